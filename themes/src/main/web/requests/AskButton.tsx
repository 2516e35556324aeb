import { Button, type ButtonProps } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Node } from "../api/types";
import { useGlass } from "../glass/context";
import { AskForAccess } from "./AskForAccess";

/** Asks for access to a node; to be shown where one has no role, or not yet the one that one needs. */
export const AskButton = ({ node, ...props }: { node: Node } & Pick<ButtonProps, "variant" | "isInline">) => {
  const { t } = useTranslation();
  const { reason } = useGlass();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  // Of what an administrator only looks at for a reason, the API takes no request.
  if (reason) return null;
  return (
    <>
      <Button {...props} aria-label={t("fa.ask.for", { name: node.displayName })} onClick={() => setOpen(true)}>
        {t("fa.ask")}
      </Button>
      {isOpen && <AskForAccess node={node} close={close} asked={close} />}
    </>
  );
};

/** Whether a role that one does not have yet can be asked for: not on a locked workspace, where roles are given unasked. */
export function mayAskFor(node: Node): boolean {
  return !node.myRoles.includes("owner") && !(node.kind === "workspace" && node.locked);
}
