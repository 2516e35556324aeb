import { useTranslation } from "react-i18next";
import { childrenRoute } from "../api/routes";
import { useReadingApi } from "../glass/context";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import { TreeTable } from "./TreeTable";

/** What lies directly below a node; each row opens in place. */
export const NodeTree = ({ parent, search, label }: { parent: string; search: string; label: string }) => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const pages = usePages(
    (page, signal) => api.get(childrenRoute(parent), { ...page, search }, { signal }),
    [api, parent, search],
  );
  const empty = search
    ? <Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />
    : <Nothing title={t("fa.nothingHere")} body={t("fa.nothingHere.body")} />;
  return <TreeTable label={label} pages={pages} empty={empty} />;
};
