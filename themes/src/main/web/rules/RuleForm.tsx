import { Button, Card, CardBody, CardHeader, CardTitle } from "@patternfly/react-core";
import { memo, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Help } from "../widgets/fields";
import { ConditionFields } from "./ConditionFields";
import { movedUp, newCondition, replaced, type ConditionDraft, type RuleDraft, without } from "./draft";
import { GivenFields } from "./GivenFields";
import { saidOf, type Wrong } from "./wrong";

interface RuleFormProps {
  /** As people count. */
  number: number;
  rule: RuleDraft;
  /** The same one always, so that to type into one rule does not draw hundreds anew. */
  change: (rule: RuleDraft) => void;
  remove: (key: number) => void;
  /** Whether a part came to be after the form was opened. */
  isNew: (key: number) => boolean;
  /** What is wrong within this rule. */
  wrong?: Wrong;
}

/** One rule: all its conditions have to be fulfilled for what it gives. */
export const RuleForm = memo(({ number, rule, change, remove, isNew, wrong }: RuleFormProps) => {
  const { t } = useTranslation();
  const id = useId();
  const removal = (
    <Button variant="link" isInline isDanger aria-label={t("fa.rules.remove.of", { n: number })} onClick={() => remove(rule.key)}>
      {t("fa.rules.remove")}
    </Button>
  );
  return (
    <Card isFlat isCompact className="fa-card" role="group" aria-labelledby={id}>
      <CardHeader actions={{ actions: removal }}>
        <CardTitle component="h3" id={id}>
          {t("fa.rules.number", { n: number })}
        </CardTitle>
      </CardHeader>
      <CardBody>
        <div className="fa-rule">
          <Conditions {...{ number, rule, change, isNew, wrong }} />
          <GivenFields {...{ rule, change, isNew, wrong }} />
          <Help id={`${id}-other`} text={otherwise(rule, wrong)} isWrong />
        </div>
      </CardBody>
    </Card>
  );
});

const Conditions = ({ number, rule, change, isNew, wrong }: Omit<RuleFormProps, "remove">) => {
  const { t } = useTranslation();
  const add = useRef<HTMLButtonElement>(null);
  const set = (conditions: ConditionDraft[]) => change({ ...rule, conditions });
  const removeCondition = (key: number) => {
    set(without(rule.conditions, key));
    add.current?.focus();
  };
  return (
    <>
      {rule.conditions.map((condition, index) => (
        <ConditionFields
          key={condition.key}
          name={t("fa.rules.condition", { n: index + 1, rule: number })}
          condition={condition}
          change={(changed) => set(replaced(rule.conditions, changed))}
          remove={rule.conditions.length > 1 ? () => removeCondition(condition.key) : undefined}
          moveUp={index > 0 ? () => set(movedUp(rule.conditions, condition.key)) : undefined}
          isNew={isNew(condition.key)}
          wrong={wrong}
        />
      ))}
      <Help id={`conditions-${rule.key}`} text={saidOf(wrong, rule.key, "conditions")} isWrong />
      <div>
        <Button ref={add} variant="link" isInline onClick={() => set([...rule.conditions, newCondition()])}>
          {t("fa.rules.condition.add")}
        </Button>
      </div>
    </>
  );
};

const PLACED = ["conditions", "groups", "accountType"];

/** What is said of a rule and of none of its fields. */
function otherwise(rule: RuleDraft, wrong?: Wrong): string | undefined {
  return wrong?.key === rule.key && !PLACED.includes(wrong.field) ? wrong.detail : undefined;
}
