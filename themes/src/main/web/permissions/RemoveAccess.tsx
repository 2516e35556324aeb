import { useTranslation } from "react-i18next";
import type { Access, Node } from "../api/types";
import { FormDialog } from "../widgets/FormDialog";
import { principalParts } from "../widgets/PrincipalName";
import { useGiving } from "./useGiving";
import { WhatChanges } from "./WhatChanges";

interface RemoveAccessProps {
  node: Node;
  access: Access;
  close: () => void;
  saved: () => void;
}

/** Takes away all that somebody was given here, once that is confirmed. */
export const RemoveAccess = ({ node, access, close, saved }: RemoveAccessProps) => {
  const { t } = useTranslation();
  const { give } = useGiving(node, { role: "none" }, saved);
  const { name } = principalParts(access.principal);
  return (
    <FormDialog
      title={t("fa.remove.title", { name })}
      description={t("fa.remove.what", { node: node.displayName })}
      submit={t("fa.remove")}
      isDanger
      onSubmit={() => give({ id: access.principalId, name }, true)}
      close={close}
    >
      <WhatChanges node={node} holder={{ id: access.principalId, reference: access.principal }} role="none" />
    </FormDialog>
  );
};
