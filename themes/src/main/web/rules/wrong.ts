import type { ApiProblem } from "../api/problem";
import type { Content } from "./content";
import type { RuleDraft } from "./draft";

/** What the API says against one field of a form. */
export interface Wrong {
  /** The part of the form that the field belongs to. */
  key: number;
  field: string;
  detail: string;
}

/** The place in the form that a problem names, as `rules[2].conditions[0].value`; undefined where it names none there. */
export function wrongIn(content: Content, { field, detail }: Pick<ApiProblem, "field" | "detail">): Wrong | undefined {
  const [, rule, rest] = /^rules\[(\d+)](?:\.(.+))?$/.exec(field ?? "") ?? [];
  const draft = content.as === "form" && rule !== undefined ? content.drafts[Number(rule)] : undefined;
  if (!draft) return undefined;
  const [, list, at, name] = /^(conditions|groups)\[(\d+)](?:\.(.+))?$/.exec(rest ?? "") ?? [];
  const part = list === "conditions" || list === "groups" ? draft[list][Number(at)] : undefined;
  return part ? { key: part.key, field: name ?? "path", detail } : { key: draft.key, field: rest ?? "", detail };
}

/** What is said against one field of a part, if that is what is wrong. */
export function saidOf(wrong: Wrong | undefined, key: number, field: string): string | undefined {
  return wrong?.key === key && wrong.field === field ? wrong.detail : undefined;
}

/** Only what concerns this rule, so that another's trouble does not draw it anew. */
export function within(rule: RuleDraft, wrong: Wrong | undefined): Wrong | undefined {
  return wrong && [rule, ...rule.conditions, ...rule.groups].some(({ key }) => key === wrong.key) ? wrong : undefined;
}
