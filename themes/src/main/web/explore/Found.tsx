import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import { TreeTable } from "./TreeTable";

/** What I see of any kind and that begins so, wherever it lies; each row opens in place as in the tree. */
export const Found = ({ search }: { search: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages((page, signal) => api.get(route("/nodes"), { ...page, search }, { signal }), [api, search]);
  return (
    <>
      <p role="status" className="pf-v5-u-screen-reader">
        {!pages.loading && t(pages.hasMore ? "fa.found.moreThan" : "fa.found.count", { n: pages.data?.length ?? 0 })}
      </p>
      <TreeTable
        label={t("fa.found")}
        pages={pages}
        isFound
        empty={<Nothing title={t("fa.nothingFound")} body={t("fa.found.none.body")} />}
      />
    </>
  );
};
