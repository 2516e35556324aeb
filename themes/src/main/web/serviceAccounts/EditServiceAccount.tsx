import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi, useMe } from "../shell/context";
import { LinesField, TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { ServiceAccount } from "./types";

interface EditProps {
  account: ServiceAccount;
  close: () => void;
  saved: () => void;
}

/** Changes name and description; an admin names another creator, who then answers for it. */
export const EditServiceAccount = ({ account, close, saved }: EditProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const isAdmin = useMe()?.accountType === "admin";
  const [name, setName] = useState(account.name);
  const [description, setDescription] = useState(account.description);
  const [creator, setCreator] = useState(account.createdBy);
  const [reason, setReason] = useState("");
  const save = async () => {
    await api.patch(route("/service-accounts/{id}", { id: account.id }), {
      name: name === account.name ? undefined : name.trim(),
      description: description === account.description ? undefined : description.trim(),
      creator: creator === account.createdBy ? undefined : creator.trim(),
      reason: reason.trim() || undefined,
    });
    saved();
  };
  return (
    <FormDialog
      title={t("fa.edit.title", { name: account.name })}
      submit={t("save")}
      isIncomplete={name.trim() === ""}
      onSubmit={save}
      close={close}
    >
      <TextField label={t("fa.name")} value={name} maxLength={100} isRequired onChange={setName} />
      <LinesField label={t("fa.description")} value={description} maxLength={2000} onChange={setDescription} />
      {isAdmin && (
        <>
          <TextField label={t("fa.serviceAccounts.creator")} help={t("fa.serviceAccounts.creator.help")} value={creator} onChange={setCreator} />
          <TextField label={t("fa.reason")} value={reason} onChange={setReason} />
        </>
      )}
    </FormDialog>
  );
};
