import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { Group } from "./useGroupActions";

interface NewGroupProps {
  /** The group it lies in; at the top unless given. */
  parent?: Group;
  close: () => void;
  made: (group: Group) => void;
}

export const NewGroup = ({ parent, close, made }: NewGroupProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [name, setName] = useState("");
  const create = async () => made(await api.post(route("/groups"), { name: name.trim(), parent: parent?.reference }));
  return (
    <FormDialog
      title={parent ? t("fa.groups.newIn", { path: parent.path }) : t("fa.groups.new")}
      submit={t("fa.create")}
      variant="small"
      isIncomplete={name.trim() === ""}
      onSubmit={create}
      close={close}
    >
      <TextField label={t("fa.name")} value={name} isRequired onChange={setName} />
    </FormDialog>
  );
};
