import { Table, Tbody, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { childrenRoute } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import { Refusal } from "../widgets/Refusal";
import { TreeRows } from "./TreeRows";

/** What lies directly below a node, or the workspaces; each row opens in place. */
export const NodeTree = ({ parent, search, label }: { parent?: string; search: string; label: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages(
    (page, signal) => api.get(childrenRoute(parent), { ...page, search }, { signal }),
    [api, parent, search],
  );
  if (pages.data?.length === 0) {
    return <Nothing title={t(search ? "fa.nothingFound" : "fa.nothingHere")} body={t(emptyHint(parent, search))} />;
  }
  return (
    <>
      <Refusal problem={pages.problem} retry={pages.reload} />
      <Table isTreeTable variant="compact" aria-label={label} aria-busy={pages.loading} className={pages.loading ? "fa-busy" : ""}>
        <Thead>
          <Tr>
            <Th width={40}>{t("fa.name")}</Th>
            <Th width={20}>{t("fa.myRole")}</Th>
            <Th>{t("fa.marks")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          <TreeRows pages={pages} level={1} />
        </Tbody>
      </Table>
    </>
  );
};

function emptyHint(parent: string | undefined, search: string): string {
  if (search) return "fa.nothingFound.body";
  return parent === undefined ? "fa.noWorkspaces.body" : "fa.nothingHere.body";
}
