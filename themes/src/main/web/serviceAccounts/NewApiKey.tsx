import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi, useMe } from "../shell/context";
import { EndField, TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { toInstant } from "../widgets/time";
import type { ApiKey, ServiceAccount } from "./types";

interface NewApiKeyProps {
  account: ServiceAccount;
  close: () => void;
  made: (key: ApiKey) => void;
}

/** Makes another API key. Whoever is not the account's creator says why. */
export const NewApiKey = ({ account, close, made }: NewApiKeyProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const isMine = useMe()?.principal === account.createdBy;
  const [name, setName] = useState("");
  const [end, setEnd] = useState("");
  const [reason, setReason] = useState("");
  const create = async () =>
    made(
      await api.post(route("/service-accounts/{id}/keys", { id: account.id }), {
        name: name.trim(),
        expiresAt: toInstant(end),
        reason: reason.trim() || undefined,
      }),
    );
  return (
    <FormDialog
      title={t("fa.key.new")}
      submit={t("fa.create")}
      isIncomplete={name.trim() === "" || (!isMine && reason.trim() === "")}
      onSubmit={create}
      close={close}
    >
      <TextField label={t("fa.name")} help={t("fa.key.name.help")} value={name} maxLength={100} isRequired onChange={setName} />
      <EndField label={t("fa.key.expires")} help={t("fa.end.help")} value={end} onChange={setEnd} />
      {!isMine && <TextField label={t("fa.reason")} help={t("fa.key.reason.help")} value={reason} isRequired onChange={setReason} />}
    </FormDialog>
  );
};
