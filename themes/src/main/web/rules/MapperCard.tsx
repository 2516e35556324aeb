import { Button, Card, CardBody, CardHeader, CardTitle, Label, List, ListItem, OrderType, Text, TextContent } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EditRules } from "./EditRules";
import type { MapperRules, Rule } from "./types";

/** One mapper with its rules in words, and the way to change them. */
export const MapperCard = ({ mapper, reload }: { mapper: MapperRules; reload: () => void }) => {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const edit = (
    <Button variant="secondary" onClick={() => setEditing(true)}>
      {t("fa.rules.edit")}
    </Button>
  );
  return (
    <Card isFlat className="fa-card">
      <CardHeader actions={{ actions: edit }}>
        <CardTitle component="h2">{mapper.name}</CardTitle>
        <Label isCompact>{t(mapper.everyLogin ? "fa.rules.everyLogin" : "fa.rules.firstLogin")}</Label>
      </CardHeader>
      <CardBody>
        {mapper.rules.length > 0 ? (
          <List component="ol" type={OrderType.number}>
            {mapper.rules.map((rule, index) => (
              <ListItem key={index}>
                <RuleSentence rule={rule} />
              </ListItem>
            ))}
          </List>
        ) : (
          <TextContent>
            <Text>{t("fa.rules.none")}</Text>
          </TextContent>
        )}
      </CardBody>
      {isEditing && <EditRules mapper={mapper} close={() => setEditing(false)} saved={reload} />}
    </Card>
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
