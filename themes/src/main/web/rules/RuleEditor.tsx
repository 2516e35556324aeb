import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { ActionGroup, Button, Form, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { LinesField, TextField } from "../widgets/fields";
import { Refusal } from "../widgets/Refusal";
import { sent, toForm, toText } from "./content";
import { RuleFields } from "./RuleFields";
import type { Editing } from "./useEditing";

interface RuleEditorProps {
  editing: Editing;
  saved: () => void;
}

/** Other rules for a mapper, in a form or as JSON. What the API cannot take stands at the field that it names. */
export const RuleEditor = ({ editing, saved }: RuleEditorProps) => {
  const { t } = useTranslation();
  const { content, change, wrong } = editing;
  const [reason, setReason] = useState("");
  const { problem, isBusy, breakGlass, setBreakGlass, submit } = useSaving(editing, reason, saved);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [wrong]);
  return (
    <Form ref={form} onSubmit={submit} aria-label={t("fa.rules.edit.title", { name: editing.mapper.name })}>
      <div>
        <p>{t("fa.rules.edit.what")}</p>
        <ToggleGroup aria-label={t("fa.rules.as")} className="fa-facts">
          <ToggleGroupItem
            text={t("fa.rules.as.form")}
            isSelected={content.as === "form"}
            isDisabled={toForm(content) === undefined}
            onChange={() => change((last) => toForm(last) ?? last)}
          />
          <ToggleGroupItem text={t("fa.rules.as.json")} isSelected={content.as === "json"} onChange={() => change(toText)} />
        </ToggleGroup>
      </div>
      {content.as === "form" ? (
        <RuleFields drafts={content.drafts} change={change} wrong={wrong} />
      ) : (
        <LinesField
          label={t("fa.rules.json")}
          help={t(sent(content) ? "fa.rules.json.help" : "fa.rules.json.broken")}
          isWrong={!sent(content)}
          className="fa-code"
          value={content.text}
          isRequired
          onChange={(text) => change(() => ({ as: "json", text }))}
        />
      )}
      <TextField label={t("fa.reason")} help={t("fa.rules.reason.help")} value={reason} maxLength={500} onChange={setReason} />
      {breakGlass !== undefined && <BreakGlassField hasFocus help={t("fa.rules.breakGlass.help")} value={breakGlass} onChange={setBreakGlass} />}
      <Refusal problem={problem} />
      <ActionGroup>
        <Button type="submit" isLoading={isBusy} isDisabled={isBusy || !sent(content)}>
          {t("save")}
        </Button>
        <Button variant="link" onClick={editing.stop}>
          {t("cancel")}
        </Button>
      </ActionGroup>
    </Form>
  );
};

function useSaving({ mapper, content, place, stop }: Editing, reason: string, saved: () => void) {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [breakGlass, setBreakGlass] = useState<string>();
  const address = route("/identity-providers/{alias}/rules/{mapper}", { alias: mapper.identityProvider, mapper: mapper.id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const rules = sent(content);
    if (!rules || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await api.put(address, { rules, reason: reason.trim() || undefined }, { breakGlass: breakGlass?.trim() });
      addAlert(t("fa.rules.saved", { name: mapper.name }));
      stop();
      saved();
    } catch (error) {
      const refused = ApiProblem.from(error);
      if (refused.code === "break-glass-required") setBreakGlass((last) => last ?? "");
      place(refused);
      setProblem(refused);
      setBusy(false);
    }
  };
  return { problem, isBusy, breakGlass, setBreakGlass, submit };
}
