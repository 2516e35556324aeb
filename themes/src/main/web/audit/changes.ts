import { components } from "../../../../../provider/src/main/resources/io/featureaccess/openapi/audit.json";
import type { AuditRow } from "./AuditPage";

/** Every kind of change that the API's own description knows. */
export const CHANGES = components.schemas.AuditRow.properties.change.enum as AuditRow["change"][];

/** What a kind of change is called; one that has no text yet, as it came later, goes by its code. */
export function changeText(t: (key: string, options: { defaultValue: string }) => string, change: AuditRow["change"]): string {
  return t(`fa.changed.${change}`, { defaultValue: change });
}
