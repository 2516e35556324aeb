import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { childrenRoute, route } from "../api/routes";
import { NewNode } from "../edit/NewNode";
import { LookButton } from "../glass/LookButton";
import { useReadingApi } from "../glass/context";
import { useMe } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import { TreeTable } from "./TreeTable";

/** Everything that I can see, from the workspaces down; or of it, of any kind and wherever it lies, what begins as searched. */
export const Seen = () => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const me = useMe();
  const [search, setSearch] = useState("");
  const [isMaking, setMaking] = useState(false);
  const isFound = search !== "";
  const pages = usePages(
    (page, signal) =>
      isFound ? api.get(route("/nodes"), { ...page, search }, { signal }) : api.get(childrenRoute(), page, { signal }),
    [api, search],
  );
  return (
    <>
      <ListTools label={t("fa.search.nodes")} onSearch={setSearch}>
        <LookButton />
        {me?.capabilities.includes("create-dev-workspace") && (
          <Button variant="secondary" onClick={() => setMaking(true)}>
            {t("fa.new.workspace")}
          </Button>
        )}
      </ListTools>
      <p role="status" className="pf-v5-u-screen-reader">
        {isFound && !pages.loading && t(pages.hasMore ? "fa.found.moreThan" : "fa.found.count", { n: pages.data?.length ?? 0 })}
      </p>
      <TreeTable
        label={t(isFound ? "fa.found" : "fa.workspaces")}
        pages={pages}
        isFound={isFound}
        empty={
          isFound ? (
            <Nothing title={t("fa.nothingFound")} body={t("fa.found.none.body")} />
          ) : (
            <Nothing title={t("fa.nothingHere")} body={t("fa.noWorkspaces.body")} />
          )
        }
      />
      {isMaking && <NewNode kind="workspace" close={() => setMaking(false)} />}
    </>
  );
};
