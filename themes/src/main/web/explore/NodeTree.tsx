import { useTranslation } from "react-i18next";
import { childrenRoute } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import { TreeTable } from "./TreeTable";

/** What lies directly below a node, or the workspaces; each row opens in place. */
export const NodeTree = ({ parent, search, label }: { parent?: string; search: string; label: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages(
    (page, signal) => api.get(childrenRoute(parent), { ...page, search }, { signal }),
    [api, parent, search],
  );
  const empty = <Nothing title={t(search ? "fa.nothingFound" : "fa.nothingHere")} body={t(emptyHint(parent, search))} />;
  return <TreeTable label={label} pages={pages} empty={empty} />;
};

function emptyHint(parent: string | undefined, search: string): string {
  if (search) return "fa.nothingFound.body";
  return parent === undefined ? "fa.noWorkspaces.body" : "fa.nothingHere.body";
}
