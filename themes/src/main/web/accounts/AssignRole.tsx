import { useState } from "react";
import { useTranslation } from "react-i18next";
import { GrantFields } from "../permissions/GrantFields";
import { useGiving } from "../permissions/useGiving";
import { FormDialog } from "../widgets/FormDialog";
import type { RoleHolder } from "./HeldRoles";
import { PlaceField } from "./PlaceField";

interface AssignRoleProps {
  holder: RoleHolder;
  close: () => void;
  saved: () => void;
}

/** Gives a principal a role on a workspace, on what lies in one, or on all of them. */
export const AssignRole = ({ holder, close, saved }: AssignRoleProps) => {
  const { t } = useTranslation();
  const [place, setPlace] = useState<string>();
  const { draft, change, wantsBreakGlass, give } = useGiving({ path: place ?? "" }, {}, saved);
  return (
    <FormDialog
      title={t("fa.held.assign.title", { name: holder.name })}
      submit={t("fa.held.assign")}
      variant="large"
      isIncomplete={place === undefined || draft.role === undefined}
      onSubmit={() => give(holder, false)}
      close={close}
    >
      <GrantFields
        draft={draft}
        change={change}
        wantsBreakGlass={wantsBreakGlass}
        whom={<PlaceField chosen={place} onChoose={setPlace} />}
      />
    </FormDialog>
  );
};
