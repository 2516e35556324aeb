import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewNode } from "../edit/NewNode";
import { useMe } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Found } from "./Found";
import { NodeTree } from "./NodeTree";

/** Everything that I can see, from the workspaces down; or of it what a search finds. */
export const Seen = () => {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useState("");
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <ListTools label={t("fa.search.nodes")} onSearch={setSearch}>
        {me?.capabilities.includes("create-dev-workspace") && (
          <Button variant="secondary" onClick={() => setMaking(true)}>
            {t("fa.new.workspace")}
          </Button>
        )}
      </ListTools>
      {search === "" ? <NodeTree search="" label={t("fa.workspaces")} /> : <Found search={search} />}
      {isMaking && <NewNode kind="workspace" close={() => setMaking(false)} />}
    </>
  );
};
