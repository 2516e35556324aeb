import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField, TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { ServiceAccount } from "./types";

/** Makes a service account; its first API key comes with it, and has to be shown now or never. */
export const NewServiceAccount = ({ close, made }: { close: () => void; made: (account: ServiceAccount) => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const create = async () =>
    made(await api.post(route("/service-accounts"), { name: name.trim(), description: description.trim() || undefined }));
  return (
    <FormDialog
      title={t("fa.serviceAccounts.new")}
      description={t("fa.serviceAccounts.new.what")}
      submit={t("fa.create")}
      isIncomplete={name.trim() === ""}
      onSubmit={create}
      close={close}
    >
      <TextField label={t("fa.name")} help={t("fa.serviceAccounts.name.help")} value={name} maxLength={100} isRequired onChange={setName} />
      <LinesField label={t("fa.description")} value={description} maxLength={2000} onChange={setDescription} />
    </FormDialog>
  );
};
