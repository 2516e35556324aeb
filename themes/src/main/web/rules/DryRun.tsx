import { ActionGroup, Alert, Button, Card, CardBody, CardTitle, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField, TextField } from "../widgets/fields";
import { Refusal } from "../widgets/Refusal";
import { attributesOf, strayLines } from "./attributes";
import { groupsBeside } from "./compare";
import { type Content, sent } from "./content";
import { BesideFacts, PreviewFacts } from "./PreviewFacts";
import type { RulePreview } from "./types";
import type { Editing } from "./useEditing";

interface Answer {
  preview?: RulePreview;
  /** What the saved rules would do, where others were tried. */
  saved?: RulePreview;
  problem?: ApiProblem;
  /** What was tried; undefined for what is saved. */
  about?: Content;
}

/** What a login with given attributes would change, for somebody new or somebody who is here; nothing is changed by asking. */
export const DryRun = ({ alias, editing }: { alias: string; editing?: Editing }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [principal, setPrincipal] = useState("");
  const { answer, isBusy, ask } = useAnswer(alias, editing);
  const stray = strayLines(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return ask({ attributes: attributesOf(typed), principal: principal.trim() || undefined });
  };
  const canTry = stray.length === 0 && (!editing || sent(editing.content) !== undefined);
  return (
    <Card isFlat className="fa-beside">
      <CardTitle component="h2">{t("fa.dryRun")}</CardTitle>
      <CardBody>
        <Form onSubmit={submit} aria-label={t("fa.dryRun")}>
          <p>{editing ? t("fa.dryRun.unsaved", { name: editing.mapper.name }) : t("fa.dryRun.what")}</p>
          <LinesField
            label={t("fa.dryRun.attributes")}
            help={stray.length > 0 ? t("fa.dryRun.stray", { line: stray[0] }) : t("fa.dryRun.attributes.help")}
            isWrong={stray.length > 0}
            value={typed}
            onChange={setTyped}
          />
          <TextField label={t("fa.dryRun.principal")} help={t("fa.dryRun.principal.help")} value={principal} onChange={setPrincipal} />
          <ActionGroup>
            <Button type="submit" variant="secondary" isLoading={isBusy} isDisabled={isBusy || !canTry}>
              {t("fa.dryRun.try")}
            </Button>
          </ActionGroup>
        </Form>
        <Refusal problem={answer.problem} />
        <div aria-live="polite">
          {answer.preview && answer.about !== editing?.content && <Alert isInline isPlain variant="warning" title={t("fa.dryRun.stale")} />}
          {answer.preview && <PreviewFacts preview={answer.preview} />}
          {answer.preview && answer.saved && <BesideFacts beside={groupsBeside(answer.saved, answer.preview)} />}
        </div>
      </CardBody>
    </Card>
  );
};

interface Question {
  attributes: Record<string, string[]>;
  principal?: string;
}

/** Asks about what is saved, and beside it about what is not, in place of it. */
function useAnswer(alias: string, editing?: Editing) {
  const api = useApi();
  const [answer, setAnswer] = useState<Answer>({});
  const [isBusy, setBusy] = useState(false);
  const dryRun = route("/identity-providers/{alias}/dry-run", { alias });
  const ask = async (question: Question) => {
    setBusy(true);
    try {
      if (editing) {
        const unsaved = { ...question, mapper: editing.mapper.id, rules: sent(editing.content) };
        const [preview, saved] = await Promise.all([api.post(dryRun, unsaved), api.post(dryRun, { ...question, mapper: editing.mapper.id }).catch(() => undefined)]);
        setAnswer({ preview, saved, about: editing.content });
      } else {
        setAnswer({ preview: await api.post(dryRun, question) });
      }
    } catch (error) {
      const problem = ApiProblem.from(error);
      editing?.place(problem);
      setAnswer({ problem, about: editing?.content });
    }
    setBusy(false);
  };
  return { answer, isBusy, ask };
}
