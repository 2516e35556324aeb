import { Table, Tbody, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Node } from "../api/types";
import type { Pages } from "../widgets/usePages";
import { Refusal } from "../widgets/Refusal";
import { TreeRows } from "./TreeRows";

interface TreeTableProps {
  label: string;
  pages: Pages<Node>;
  /** Whether the rows lie in many places, and so tell where and of what kind they are. */
  isFound?: boolean;
  /** What stands there instead of a table without rows. */
  empty: ReactNode;
}

/** Nodes of which each opens in place. */
export const TreeTable = ({ label, pages, isFound = false, empty }: TreeTableProps) => {
  const { t } = useTranslation();
  if (pages.data?.length === 0) return <>{empty}</>;
  return (
    <>
      <Refusal problem={pages.problem} retry={pages.reload} />
      <Table isTreeTable variant="compact" aria-label={label} aria-busy={pages.loading} className={pages.loading ? "fa-busy" : ""}>
        <Thead>
          <Tr>
            <Th width={40}>{t("fa.name")}</Th>
            {isFound && <Th>{t("fa.kind")}</Th>}
            <Th width={20}>{t("fa.myRole")}</Th>
            <Th>{t("fa.marks")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          <TreeRows pages={pages} level={1} isFound={isFound} />
        </Tbody>
      </Table>
    </>
  );
};
