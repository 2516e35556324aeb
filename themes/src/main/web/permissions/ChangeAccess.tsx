import { useTranslation } from "react-i18next";
import { directRoles } from "../api/changes";
import type { Access, Node } from "../api/types";
import { FormDialog } from "../widgets/FormDialog";
import { principalParts } from "../widgets/PrincipalName";
import { toLocal } from "../widgets/time";
import { GrantFields } from "./GrantFields";
import { useGiving } from "./useGiving";
import { WhatChanges } from "./WhatChanges";

interface ChangeAccessProps {
  node: Node;
  access: Access;
  close: () => void;
  saved: () => void;
}

/** Puts one role, or none, in the place of those that somebody was given here. */
export const ChangeAccess = ({ node, access, close, saved }: ChangeAccessProps) => {
  const { t } = useTranslation();
  const now = directRoles(access, node.path)[0];
  const initial = { role: now?.role ?? ("none" as const), end: toLocal(now?.expiresAt) };
  const { draft, change, wantsBreakGlass, give } = useGiving(node, initial, saved);
  const holder = { id: access.principalId, ...principalParts(access.principal) };
  const isSame = draft.role === initial.role && draft.end === initial.end && directRoles(access, node.path).length < 2;
  return (
    <FormDialog
      title={t("fa.change.title", { name: holder.name })}
      description={t("fa.change.what")}
      submit={t("fa.change")}
      variant="large"
      isIncomplete={isSame}
      onSubmit={() => give(holder, true)}
      close={close}
    >
      <GrantFields draft={draft} change={change} wantsBreakGlass={wantsBreakGlass} offersNone>
        <WhatChanges node={node} holder={{ id: access.principalId, reference: access.principal }} role={draft.role} />
      </GrantFields>
    </FormDialog>
  );
};
