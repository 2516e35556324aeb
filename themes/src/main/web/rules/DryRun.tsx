import { ActionGroup, Button, Form, Title } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField, TextField } from "../widgets/fields";
import { Refusal } from "../widgets/Refusal";
import { attributesOf, strayLines } from "./attributes";
import { PreviewFacts } from "./PreviewFacts";
import type { RulePreview } from "./types";

interface Answer {
  preview?: RulePreview;
  problem?: ApiProblem;
}

/** What a login with given attributes would change, for somebody new or somebody who is here; nothing is changed by asking. */
export const DryRun = ({ alias }: { alias: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [principal, setPrincipal] = useState("");
  const [answer, setAnswer] = useState<Answer>({});
  const [isBusy, setBusy] = useState(false);
  const stray = strayLines(typed);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const question = { attributes: attributesOf(typed), principal: principal.trim() || undefined };
    setAnswer(
      await api.post(route("/identity-providers/{alias}/dry-run", { alias }), question).then(
        (preview) => ({ preview }),
        (error: unknown) => ({ problem: ApiProblem.from(error) }),
      ),
    );
    setBusy(false);
  };
  return (
    <>
      <Title headingLevel="h2">{t("fa.dryRun")}</Title>
      <Form onSubmit={ask} aria-label={t("fa.dryRun")}>
        <LinesField
          label={t("fa.dryRun.attributes")}
          help={stray.length > 0 ? t("fa.dryRun.stray", { line: stray[0] }) : t("fa.dryRun.attributes.help")}
          value={typed}
          onChange={setTyped}
        />
        <TextField label={t("fa.dryRun.principal")} help={t("fa.dryRun.principal.help")} value={principal} onChange={setPrincipal} />
        <ActionGroup>
          <Button type="submit" isLoading={isBusy} isDisabled={isBusy || stray.length > 0}>
            {t("fa.dryRun.try")}
          </Button>
        </ActionGroup>
      </Form>
      <Refusal problem={answer.problem} />
      <div aria-live="polite">{answer.preview && <PreviewFacts preview={answer.preview} />}</div>
    </>
  );
};
