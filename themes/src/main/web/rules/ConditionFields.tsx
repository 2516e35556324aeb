import { FormGroup, FormSelect, FormSelectOption, Grid, GridItem } from "@patternfly/react-core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Help, TextField, YesNoField } from "../widgets/fields";
import { RowMenu } from "../widgets/RowMenu";
import type { Condition, ConditionDraft } from "./draft";
import { saidOf, type Wrong } from "./wrong";

const MATCHES: readonly Condition["match"][] = ["exact", "glob", "regex"];

interface ConditionFieldsProps {
  /** Its number and its rule's, as people count. */
  name: string;
  condition: ConditionDraft;
  change: (condition: ConditionDraft) => void;
  /** Undefined for the only one there is: without a condition, a rule would be for everybody. */
  remove?: () => void;
  /** Undefined for the first. */
  moveUp?: () => void;
  isNew: boolean;
  wrong?: Wrong;
}

/** Which value of which attribute fulfils a rule. */
export const ConditionFields = ({ name, condition, change, remove, moveUp, isNew, wrong }: ConditionFieldsProps) => {
  const { t } = useTranslation();
  const said = (field: string) => saidOf(wrong, condition.key, field);
  const actions = [
    ...(moveUp ? [{ name: t("fa.rules.moveUp"), run: moveUp }] : []),
    ...(remove ? [{ name: t("fa.rules.condition.remove"), run: remove, isDanger: true }] : []),
  ];
  return (
    <div role="group" aria-label={name} className="fa-part">
      <Grid hasGutter>
        <GridItem sm={6} lg={4}>
          <TextField
            label={t("fa.rules.attribute")}
            value={condition.attribute}
            isRequired
            isWrong={said("attribute") !== undefined}
            help={said("attribute")}
            hasFocus={isNew}
            onChange={(attribute) => change({ ...condition, attribute })}
          />
        </GridItem>
        <GridItem sm={6} lg={3}>
          <MatchField match={condition.match} said={said("match")} onChange={(match) => change({ ...condition, match })} />
        </GridItem>
        <GridItem lg={5}>
          <TextField
            label={t("fa.rules.value")}
            value={condition.value}
            isRequired
            isWrong={said("value") !== undefined}
            help={said("value") ?? t(`fa.rules.value.${condition.match}`)}
            onChange={(value) => change({ ...condition, value })}
          />
        </GridItem>
      </Grid>
      <div className="fa-part-foot">
        <YesNoField label={t("fa.rules.ignoreCase.field")} value={condition.ignoreCase} onChange={(ignoreCase) => change({ ...condition, ignoreCase })} />
        <RowMenu of={name} actions={actions} />
      </div>
    </div>
  );
};

interface MatchFieldProps {
  match: Condition["match"];
  said?: string;
  onChange: (match: Condition["match"]) => void;
}

const MatchField = ({ match, said, onChange }: MatchFieldProps) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <FormGroup label={t("fa.rules.how")} fieldId={id}>
      <FormSelect id={id} value={match} validated={said ? "error" : "default"} aria-describedby={said && `${id}-help`} onChange={(_, chosen) => onChange(chosen as Condition["match"])}>
        {MATCHES.map((one) => (
          <FormSelectOption key={one} value={one} label={t(`fa.rules.match.${one}`)} />
        ))}
      </FormSelect>
      <Help id={`${id}-help`} text={said} isWrong />
    </FormGroup>
  );
};
