import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField, TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { isJson } from "./json";
import type { MapperRules } from "./types";

interface EditRulesProps {
  mapper: MapperRules;
  close: () => void;
  saved: () => void;
}

/** Writes other rules into a mapper, as the API has them. What it cannot take, it names. */
export const EditRules = ({ mapper, close, saved }: EditRulesProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [text, setText] = useState(() => JSON.stringify(mapper.rules, null, 2));
  const [reason, setReason] = useState("");
  const [breakGlass, setBreakGlass] = useState<string>();
  const place = route("/identity-providers/{alias}/rules/{mapper}", { alias: mapper.identityProvider, mapper: mapper.id });
  const save = async () => {
    const change = { rules: JSON.parse(text) as MapperRules["rules"], reason: reason.trim() || undefined };
    await api.put(place, change, { breakGlass: breakGlass?.trim() }).catch((error: unknown) => {
      if (ApiProblem.from(error).code === "break-glass-required") setBreakGlass(breakGlass ?? "");
      throw error;
    });
    saved();
  };
  return (
    <FormDialog
      title={t("fa.rules.edit.title", { name: mapper.name })}
      description={t("fa.rules.edit.what")}
      submit={t("save")}
      variant="large"
      isIncomplete={!isJson(text)}
      onSubmit={save}
      close={close}
    >
      <LinesField label={t("fa.rules.json")} help={t(isJson(text) ? "fa.rules.json.help" : "fa.rules.json.broken")} value={text} isRequired onChange={setText} />
      <TextField label={t("fa.reason")} value={reason} maxLength={500} onChange={setReason} />
      {breakGlass !== undefined && (
        <TextField label={t("fa.breakGlass")} help={t("fa.breakGlass.help")} value={breakGlass} isRequired onChange={setBreakGlass} />
      )}
    </FormDialog>
  );
};
