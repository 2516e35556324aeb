import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { Group } from "./useGroupActions";

interface ChangeGroupProps {
  group: Group;
  close: () => void;
  changed: (group: Group) => void;
}

/** Renames a group, or moves it with all below it. Where it lies decides which roles its members have. */
export const ChangeGroup = ({ group, close, changed }: ChangeGroupProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const before = group.path.slice(0, group.path.length - group.name.length - 1) || "/";
  const [name, setName] = useState(group.name);
  const [parent, setParent] = useState(before);
  const [reason, setReason] = useState("");
  const [breakGlass, setBreakGlass] = useState<string>();
  const save = async () => {
    const change = {
      name: name === group.name ? undefined : name.trim(),
      parent: parent === before ? undefined : parentReference(parent.trim()),
      reason: reason.trim() || undefined,
    };
    changed(
      await api.patch(route("/groups/{id}", { id: group.id }), change, { breakGlass: breakGlass?.trim() }).catch((error: unknown) => {
        if (ApiProblem.from(error).code === "break-glass-required") setBreakGlass(breakGlass ?? "");
        throw error;
      }),
    );
  };
  return (
    <FormDialog
      title={t("fa.groups.change.title", { path: group.path })}
      submit={t("save")}
      isIncomplete={name.trim() === "" || (name === group.name && parent === before)}
      onSubmit={save}
      close={close}
    >
      <TextField label={t("fa.name")} value={name} isRequired onChange={setName} />
      <TextField label={t("fa.groups.parent")} help={t("fa.groups.parent.help")} value={parent} onChange={setParent} />
      <TextField label={t("fa.reason")} help={t("fa.groups.reason.help")} value={reason} onChange={setReason} />
      {breakGlass !== undefined && <BreakGlassField help={t("fa.breakGlass.help")} value={breakGlass} onChange={setBreakGlass} />}
    </FormDialog>
  );
};

/** As the API writes the group that another lies in; null for the top. */
function parentReference(path: string): string | null {
  return path === "" || path === "/" ? null : `group:${path}`;
}
