import { Alert, DescriptionList, List, ListItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Fact } from "../widgets/Fact";
import type { Difference } from "./compare";
import type { RulePreview } from "./types";

/** Who would gain and lose what. */
export const PreviewFacts = ({ preview: { groups, roles, accountType, notes } }: { preview: RulePreview }) => {
  const { t } = useTranslation();
  const shifts: unknown[][] = [groups.gained, groups.lost, roles.gained, roles.lost];
  if (shifts.every((list) => list.length === 0) && !accountType && notes.length === 0) {
    return <Alert isInline variant="info" title={t("fa.dryRun.nothing")} />;
  }
  const role = (shift: RulePreview["roles"]["gained"][number]) =>
    t("fa.dryRun.role", { role: t(`fa.role.${shift.role}`), node: shift.node === "*" ? t("fa.allWorkspaces") : shift.node, group: groupPath(shift.via) });
  return (
    <DescriptionList className="fa-facts" columnModifier={{ default: "1Col", sm: "2Col" }} isCompact>
      <Lines term={t("fa.dryRun.groups.gained")} lines={groups.gained.map(groupPath)} />
      <Lines term={t("fa.dryRun.groups.lost")} lines={groups.lost.map(groupPath)} />
      <Lines term={t("fa.dryRun.roles.gained")} lines={roles.gained.map(role)} />
      <Lines term={t("fa.dryRun.roles.lost")} lines={roles.lost.map(role)} />
      {accountType && (
        <Fact term={t("fa.accountType")}>
          {t(`fa.accountType.${accountType.before}`)} → {t(`fa.accountType.${accountType.after}`)}
        </Fact>
      )}
      {notes.length > 0 && <Lines term={t("fa.dryRun.notes")} lines={notes} />}
    </DescriptionList>
  );
};

/** What the rules that are not saved yet make different. */
export const BesideFacts = ({ beside: { more, less } }: { beside: Difference }) => {
  const { t } = useTranslation();
  if (more.length + less.length === 0) return <Alert isInline variant="info" className="fa-facts" title={t("fa.dryRun.beside.nothing")} />;
  return (
    <Alert isInline variant={less.length > 0 ? "warning" : "info"} className="fa-facts" title={t("fa.dryRun.beside")}>
      <List isPlain>
        {more.length > 0 && <ListItem>{t("fa.dryRun.beside.more", { groups: more.map(groupPath).join(", ") })}</ListItem>}
        {less.length > 0 && <ListItem>{t("fa.dryRun.beside.less", { groups: less.map(groupPath).join(", ") })}</ListItem>}
      </List>
    </Alert>
  );
};

const Lines = ({ term, lines }: { term: string; lines: string[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <Fact term={term}>
      {lines.length === 0 ? (
        t("fa.none")
      ) : (
        <List isPlain>
          {lines.map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </List>
      )}
    </Fact>
  );
};

/** A group's reference, as people read it. */
function groupPath(reference: string): string {
  return reference.replace(/^group:/, "");
}
