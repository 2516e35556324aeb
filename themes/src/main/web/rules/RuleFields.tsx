import { Button } from "@patternfly/react-core";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Editing } from "./useEditing";
import { newRule, replaced, type RuleDraft, without } from "./draft";
import { RuleForm } from "./RuleForm";
import { type Wrong, within } from "./wrong";

interface RuleFieldsProps {
  drafts: RuleDraft[];
  change: Editing["change"];
  wrong?: Wrong;
}

/** All rules of a mapper. Their order means nothing, so that none can be moved. */
export const RuleFields = ({ drafts, change, wrong }: RuleFieldsProps) => {
  const { t } = useTranslation();
  const add = useRef<HTMLButtonElement>(null);
  const [newest] = useState(() => Math.max(0, ...drafts.flatMap(keysOf)));
  const isNew = useCallback((key: number) => key > newest, [newest]);
  const changeDrafts = useCallback(
    (make: (last: RuleDraft[]) => RuleDraft[]) => change((last) => (last.as === "form" ? { ...last, drafts: make(last.drafts) } : last)),
    [change],
  );
  const changeRule = useCallback((rule: RuleDraft) => changeDrafts((last) => replaced(last, rule)), [changeDrafts]);
  const removeRule = useCallback(
    (key: number) => {
      changeDrafts((last) => without(last, key));
      add.current?.focus();
    },
    [changeDrafts],
  );
  return (
    <div>
      {drafts.length === 0 && <p>{t("fa.rules.none")}</p>}
      {drafts.map((rule, index) => (
        <RuleForm key={rule.key} number={index + 1} rule={rule} change={changeRule} remove={removeRule} isNew={isNew} wrong={within(rule, wrong)} />
      ))}
      <Button ref={add} variant="secondary" className="fa-heading" onClick={() => changeDrafts((last) => [...last, newRule()])}>
        {t("fa.rules.add")}
      </Button>
    </div>
  );
};

function keysOf({ key, conditions, groups }: RuleDraft): number[] {
  return [key, ...conditions.map((one) => one.key), ...groups.map((one) => one.key)];
}
