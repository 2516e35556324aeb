import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";

interface RemoveUserProps {
  user: { id: string; name: string };
  close: () => void;
  removed: () => void;
}

/** Removes a user with all that they hold, once their name is typed. */
export const RemoveUser = ({ user, close, removed }: RemoveUserProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const remove = async () => {
    await api.delete(route("/users/{ref}", { ref: `id:${user.id}` }), { reason: reason.trim() });
    addAlert(t("fa.users.removed", { name: user.name }));
    removed();
  };
  return (
    <FormDialog
      title={t("fa.users.remove.title", { name: user.name })}
      description={t("fa.users.remove.what")}
      submit={t("fa.users.remove")}
      isDanger
      isIncomplete={typed !== user.name}
      onSubmit={remove}
      close={close}
    >
      <TextField label={t("fa.delete.type", { name: user.name })} value={typed} isRequired onChange={setTyped} />
      <TextField label={t("fa.reason")} value={reason} onChange={setReason} />
    </FormDialog>
  );
};
