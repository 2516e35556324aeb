import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { route } from "../api/routes";
import { withQuery } from "../api/withQuery";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { RowAction } from "../widgets/RowMenu";
import { RemoveUser } from "./RemoveUser";
import type { UserAccount } from "./UserPage";

type Wanted = "unlock" | "resend" | "withdraw" | "remove";

/** What may be done about a user now: unlock who is locked out, invite again who has not come, remove them. */
export function useUserActions(user: UserAccount, reload: () => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<Wanted>();
  const close = () => setWanted(undefined);
  const leave = () => navigate(`${basePath}/accounts`);
  const offered: Wanted[] = [...(user.locked ? (["unlock"] as const) : []), ...(user.invited ? (["resend", "withdraw"] as const) : []), "remove"];
  const actions: RowAction[] = offered.map((what) => ({
    name: t(`fa.users.do.${what}`),
    isDanger: what === "remove" || what === "withdraw",
    run: () => setWanted(what),
  }));
  const dialog = wanted && (
    <>
      {wanted === "remove" && <RemoveUser user={user} close={close} removed={leave} />}
      {wanted === "unlock" && <Unlock user={user} close={close} done={reload} />}
      {wanted === "resend" && <Invitation user={user} what="resend" close={close} done={reload} />}
      {wanted === "withdraw" && <Invitation user={user} what="withdraw" close={close} done={leave} />}
    </>
  );
  return { actions, dialog };
}

interface ActProps {
  user: UserAccount;
  close: () => void;
  done: () => void;
}

const Unlock = ({ user, close, done }: ActProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [reason, setReason] = useState("");
  const unlock = async () => {
    await api.post(withQuery(route("/users/{ref}/unlock", { ref: user.reference }), { reason: reason.trim() }));
    addAlert(t("fa.users.unlocked", { name: user.name }));
    done();
  };
  return (
    <FormDialog title={t("fa.users.unlock.title", { name: user.name })} submit={t("fa.users.do.unlock")} variant="small" onSubmit={unlock} close={close}>
      <TextField label={t("fa.reason")} value={reason} onChange={setReason} />
    </FormDialog>
  );
};

const Invitation = ({ user, what, close, done }: ActProps & { what: "resend" | "withdraw" }) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const invitation = route("/users/{ref}/invitation", { ref: user.reference });
  const act = async () => {
    if (what === "withdraw") await api.delete(invitation);
    else {
      const { delivery, name } = await api.post(invitation);
      addAlert(t(`fa.delivery.${delivery}`, { name }));
    }
    done();
  };
  return (
    <FormDialog
      title={t(`fa.users.${what}.title`, { name: user.name })}
      description={t(`fa.users.${what}.what`)}
      submit={t(`fa.users.do.${what}`)}
      isDanger={what === "withdraw"}
      variant="small"
      onSubmit={act}
      close={close}
    />
  );
};
