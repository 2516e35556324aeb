import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewNode } from "../edit/NewNode";
import { useMe } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { NodeTree } from "./NodeTree";

/** Everything that I can see, from the workspaces down. */
export const Seen = () => {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useState("");
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <ListTools label={t("fa.search.workspaces")} onSearch={setSearch}>
        {me?.capabilities.includes("create-dev-workspace") && (
          <Button variant="secondary" onClick={() => setMaking(true)}>
            {t("fa.new.workspace")}
          </Button>
        )}
      </ListTools>
      <NodeTree search={search} label={t("fa.workspaces")} />
      {isMaking && <NewNode kind="workspace" close={() => setMaking(false)} />}
    </>
  );
};
