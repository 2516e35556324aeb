import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { directRoles } from "../api/changes";
import type { Access, Node } from "../api/types";
import { principalParts } from "../widgets/PrincipalName";
import { ChangeAccess } from "./ChangeAccess";
import { RemoveAccess } from "./RemoveAccess";

interface AccessActionsProps {
  access: Access;
  node: Node;
  saved: () => void;
}

/** What may be done with somebody's access; only what was given here can be removed here. */
export const AccessActions = ({ access, node, saved }: AccessActionsProps) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"change" | "remove">();
  const { name } = principalParts(access.principal);
  const dialogProps = { node, access, close: () => setDialog(undefined), saved };
  return (
    <div className="fa-row-actions">
      <Button variant="link" isInline aria-label={t("fa.change.of", { name })} onClick={() => setDialog("change")}>
        {t("fa.change")}
      </Button>
      {directRoles(access, node.path).length > 0 && (
        <Button variant="link" isInline isDanger aria-label={t("fa.remove.of", { name })} onClick={() => setDialog("remove")}>
          {t("fa.remove")}
        </Button>
      )}
      {dialog === "change" && <ChangeAccess {...dialogProps} />}
      {dialog === "remove" && <RemoveAccess {...dialogProps} />}
    </div>
  );
};
