import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Node, Principal, PrincipalType } from "../api/types";
import { FormDialog } from "../widgets/FormDialog";
import { GrantFields } from "./GrantFields";
import { PrincipalField } from "./PrincipalField";
import { useGiving } from "./useGiving";
import { WhatChanges } from "./WhatChanges";

interface AddAccessProps {
  node: Node;
  type: PrincipalType;
  close: () => void;
  saved: () => void;
}

/** Gives somebody a role, beside what they have. */
export const AddAccess = ({ node, type, close, saved }: AddAccessProps) => {
  const { t } = useTranslation();
  const [principal, setPrincipal] = useState<Principal>();
  const { draft, change, wantsBreakGlass, give } = useGiving(node, {}, saved);
  return (
    <FormDialog
      title={t(`fa.add.${type}`)}
      description={t("fa.add.what", { name: node.displayName })}
      submit={t("fa.add")}
      variant="large"
      isIncomplete={!principal || !draft.role}
      onSubmit={async () => principal && give(principal, false)}
      close={close}
    >
      <GrantFields
        draft={draft}
        change={change}
        wantsBreakGlass={wantsBreakGlass}
        whom={<PrincipalField type={type} chosen={principal} onChoose={setPrincipal} />}
      >
        <WhatChanges node={node} holder={principal} role={draft.role} keepsOthers />
      </GrantFields>
    </FormDialog>
  );
};
