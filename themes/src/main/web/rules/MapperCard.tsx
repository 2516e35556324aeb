import { Alert, Button, Card, CardBody, CardHeader, CardTitle, Label, List, ListItem, OrderType, Text, TextContent } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { areRules } from "./content";
import { RuleEditor } from "./RuleEditor";
import type { MapperRules, Rule } from "./types";
import type { Editing } from "./useEditing";

interface MapperCardProps {
  mapper: MapperRules;
  /** Present while this one is edited. */
  editing?: Editing;
  /** Undefined while another one is edited. */
  edit?: () => void;
  reload: () => void;
}

/** One mapper with its rules in words, and the way to change them. */
export const MapperCard = ({ mapper, editing, edit, reload }: MapperCardProps) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (wasEdited.current && !editing) button.current?.focus();
    wasEdited.current = editing !== undefined;
  }, [editing]);
  const editButton = (
    <Button ref={button} variant="secondary" isDisabled={!edit} onClick={edit}>
      {t("fa.rules.edit")}
    </Button>
  );
  return (
    <Card isFlat className="fa-card">
      <CardHeader actions={editing ? undefined : { actions: editButton }}>
        <CardTitle component="h2">{mapper.name}</CardTitle>
        <Label isCompact>{t(mapper.everyLogin ? "fa.rules.everyLogin" : "fa.rules.firstLogin")}</Label>
      </CardHeader>
      <CardBody>{editing ? <RuleEditor editing={editing} saved={reload} /> : <Sentences rules={mapper.rules} />}</CardBody>
    </Card>
  );
};

const Sentences = ({ rules }: { rules: unknown }) => {
  const { t } = useTranslation();
  if (!areRules(rules)) return <Alert isInline variant="warning" title={t("fa.rules.unreadable")} />;
  if (rules.length === 0) {
    return (
      <TextContent>
        <Text>{t("fa.rules.none")}</Text>
      </TextContent>
    );
  }
  return (
    <List component="ol" type={OrderType.number}>
      {rules.map((rule, index) => (
        <ListItem key={index}>
          <RuleSentence rule={rule} />
        </ListItem>
      ))}
    </List>
  );
};

/** Who fulfils all conditions gets all that follows. */
const RuleSentence = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation();
  return (
    <span className="fa-break">
      {rule.conditions.map(({ attribute, match, value, ignoreCase }, index) => (
        <span key={index}>
          {index > 0 && ` ${t("fa.rules.and")} `}
          <code>{attribute}</code> {t(`fa.rules.match.${match}`)} <code>{value}</code>
          {ignoreCase && ` (${t("fa.rules.ignoreCase")})`}
        </span>
      ))}
      {" → "}
      {[...(rule.groups ?? []), ...(rule.accountType ? [t("fa.rules.admin")] : [])].join(", ")}
      {rule.createMissing && ` (${t("fa.rules.createMissing")})`}
    </span>
  );
};
