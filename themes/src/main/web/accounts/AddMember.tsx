import { ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import type { Principal } from "../api/types";
import { PrincipalField } from "../permissions/PrincipalField";
import { useApi } from "../shell/context";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { Group } from "./useGroupActions";

interface AddMemberProps {
  group: Group;
  close: () => void;
  added: () => void;
}

/** Puts a user or a service account into a group. */
export const AddMember = ({ group, close, added }: AddMemberProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [type, setType] = useState<"user" | "service-account">("user");
  const [chosen, setChosen] = useState<Principal>();
  const [reason, setReason] = useState("");
  const [breakGlass, setBreakGlass] = useState<string>();
  const add = async () => {
    const body = { principal: `id:${chosen?.id}`, reason: reason.trim() || undefined };
    await api.put(route("/groups/{id}/members", { id: group.id }), body, { breakGlass: breakGlass?.trim() }).catch((error: unknown) => {
      if (ApiProblem.from(error).code === "break-glass-required") setBreakGlass(breakGlass ?? "");
      throw error;
    });
    added();
  };
  return (
    <FormDialog
      title={t("fa.members.add.title", { path: group.path })}
      description={t("fa.members.add.what")}
      submit={t("fa.members.add")}
      isIncomplete={!chosen}
      onSubmit={add}
      close={close}
    >
      <ToggleGroup aria-label={t("fa.members.which")}>
        {(["user", "service-account"] as const).map((one) => (
          <ToggleGroupItem
            key={one}
            buttonId={`fa-member-${one}`}
            text={t(`fa.types.${one}`)}
            isSelected={type === one}
            onChange={() => {
              setType(one);
              setChosen(undefined);
            }}
          />
        ))}
      </ToggleGroup>
      <PrincipalField key={type} type={type} chosen={chosen} onChoose={setChosen} />
      <TextField label={t("fa.reason")} help={t("fa.members.reason.help")} value={reason} onChange={setReason} />
      {breakGlass !== undefined && (
        <BreakGlassField help={t("fa.breakGlass.help")} value={breakGlass} onChange={setBreakGlass} />
      )}
    </FormDialog>
  );
};
