import { ExpandableSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { AuditRow } from "./AuditPage";
import { changeText } from "./changes";
import { differences } from "./filters";

/** What was done and why, and on wish from what to what and from where. */
export const ChangeFacts = ({ row }: { row: AuditRow }) => {
  const { t } = useTranslation();
  const changed = differences(row.before, row.after);
  return (
    <>
      <strong>{changeText(t, row.change)}</strong>
      {row.reason && <div className="fa-break">{row.reason}</div>}
      <ExpandableSection toggleTextCollapsed={t("fa.audit.more")} toggleTextExpanded={t("fa.less")} isIndented>
        <ul>
          {changed.map(({ name, before, after }) => (
            <li key={name} className="fa-break">
              {name}: {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
            </li>
          ))}
          <li>{t("fa.audit.address", { address: row.address })}</li>
        </ul>
      </ExpandableSection>
    </>
  );
};
