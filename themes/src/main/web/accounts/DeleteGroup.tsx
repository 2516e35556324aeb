import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { TextField, YesNoField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { Group } from "./useGroupActions";

interface DeleteGroupProps {
  group: Group;
  close: () => void;
  deleted: () => void;
}

/** Deletes a group with the roles that it holds, once its name is typed; its members stay, without it. */
export const DeleteGroup = ({ group, close, deleted }: DeleteGroupProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [isRecursive, setRecursive] = useState(false);
  const remove = async () => {
    await api.delete(route("/groups/{id}", { id: group.id }), { recursive: isRecursive || undefined });
    deleted();
  };
  return (
    <FormDialog
      title={t("fa.delete.title", { name: group.path })}
      description={t("fa.groups.delete.what")}
      submit={t("fa.groups.delete")}
      isDanger
      isIncomplete={typed !== group.name}
      onSubmit={remove}
      close={close}
    >
      <YesNoField label={t("fa.groups.delete.below")} value={isRecursive} onChange={setRecursive} />
      <TextField label={t("fa.delete.type", { name: group.name })} value={typed} isRequired onChange={setTyped} />
    </FormDialog>
  );
};
