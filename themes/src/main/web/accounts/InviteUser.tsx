import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";

const NOBODY = { email: "", username: "", firstName: "", lastName: "" };

/** Makes a user, who chooses a password by a link that is sent to them. What became of the letter is told. */
export const InviteUser = ({ close, invited }: { close: () => void; invited: (reference: string) => void }) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [draft, setDraft] = useState(NOBODY);
  const field = (name: keyof typeof NOBODY) => ({
    label: t(`fa.users.${name}`),
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const invite = async () => {
    const made = await api.post(route("/users"), {
      email: draft.email.trim(),
      username: draft.username.trim() || undefined,
      firstName: draft.firstName.trim() || undefined,
      lastName: draft.lastName.trim() || undefined,
    });
    addAlert(t(`fa.delivery.${made.delivery}`, { name: made.name }));
    invited(made.reference);
  };
  return (
    <FormDialog
      title={t("fa.users.invite")}
      description={t("fa.users.invite.what")}
      submit={t("fa.users.invite.do")}
      isIncomplete={draft.email.trim() === ""}
      onSubmit={invite}
      close={close}
    >
      <TextField {...field("email")} type="email" isRequired />
      <TextField {...field("username")} help={t("fa.users.username.help")} />
      <TextField {...field("firstName")} />
      <TextField {...field("lastName")} />
    </FormDialog>
  );
};
