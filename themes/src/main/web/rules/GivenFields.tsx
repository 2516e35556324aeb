import { Button } from "@patternfly/react-core";
import { TimesIcon } from "@patternfly/react-icons";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Help, TextField, YesNoField } from "../widgets/fields";
import { newGroup, replaced, type RuleDraft, without } from "./draft";
import { saidOf, type Wrong } from "./wrong";

interface GivenFieldsProps {
  rule: RuleDraft;
  change: (rule: RuleDraft) => void;
  isNew: (key: number) => boolean;
  wrong?: Wrong;
}

/** What a rule gives: groups, made where they are missing, or the account type of administrators. */
export const GivenFields = ({ rule, change, isNew, wrong }: GivenFieldsProps) => {
  const { t } = useTranslation();
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const removeGroup = (key: number) => {
    change({ ...rule, groups: without(rule.groups, key) });
    add.current?.focus();
  };
  return (
    <div role="group" aria-labelledby={id} className="fa-part">
      <div id={id} className="fa-part-title">
        {t("fa.rules.then")}
      </div>
      {rule.groups.map((group, index) => {
        const said = saidOf(wrong, group.key, "path");
        return (
          <div key={group.key} className="fa-group-field">
            <TextField
              label={t("fa.rules.group", { n: index + 1 })}
              value={group.path}
              isRequired
              isWrong={said !== undefined}
              help={said ?? (index === 0 ? t("fa.rules.group.help") : undefined)}
              hasFocus={isNew(group.key) && (index > 0 || !isNew(rule.key))}
              onChange={(path) => change({ ...rule, groups: replaced(rule.groups, { ...group, path }) })}
            />
            <Button variant="plain" aria-label={t("fa.rules.group.remove", { n: index + 1 })} icon={<TimesIcon aria-hidden="true" />} onClick={() => removeGroup(group.key)} />
          </div>
        );
      })}
      <Help id={`${id}-groups`} text={saidOf(wrong, rule.key, "groups")} isWrong />
      <Button ref={add} variant="link" isInline onClick={() => change({ ...rule, groups: [...rule.groups, newGroup()] })}>
        {t("fa.rules.group.add")}
      </Button>
      {(rule.groups.length > 0 || rule.createMissing) && (
        <YesNoField label={t("fa.rules.createMissing.field")} value={rule.createMissing} onChange={(createMissing) => change({ ...rule, createMissing })} />
      )}
      <YesNoField label={t("fa.rules.admin.field")} help={t("fa.rules.admin.help")} value={rule.isAdmin} onChange={(isAdmin) => change({ ...rule, isAdmin })} />
      <Help id={`${id}-admin`} text={saidOf(wrong, rule.key, "accountType")} isWrong />
    </div>
  );
};
