import type { Rule } from "./types";

export type Condition = Rule["conditions"][number];

/** A part of a form, told apart from others by its key as long as the form is open. */
export interface Part {
  key: number;
}

export interface ConditionDraft extends Part {
  /** As it was read; empty where it is new. */
  origin: Partial<Condition>;
  attribute: string;
  match: Condition["match"];
  value: string;
  ignoreCase: boolean;
}

export interface GroupDraft extends Part {
  path: string;
}

/** A rule as a form holds it. */
export interface RuleDraft extends Part {
  /** As it was read; empty where it is new. */
  origin: Partial<Rule>;
  conditions: ConditionDraft[];
  groups: GroupDraft[];
  createMissing: boolean;
  isAdmin: boolean;
}

let lastKey = 0;

function newKey(): number {
  lastKey += 1;
  return lastKey;
}

export function newCondition(): ConditionDraft {
  return { key: newKey(), origin: {}, attribute: "", match: "exact", value: "", ignoreCase: false };
}

export function newGroup(path = ""): GroupDraft {
  return { key: newKey(), path };
}

export function newRule(): RuleDraft {
  return { key: newKey(), origin: {}, conditions: [newCondition()], groups: [newGroup()], createMissing: false, isAdmin: false };
}

export function draftsOf(rules: Rule[]): RuleDraft[] {
  return rules.map((origin) => ({
    key: newKey(),
    origin,
    conditions: origin.conditions.map((one) => ({ ignoreCase: false, ...one, key: newKey(), origin: one })),
    groups: (origin.groups ?? []).map((path) => newGroup(path)),
    createMissing: origin.createMissing ?? false,
    isAdmin: origin.accountType === "admin",
  }));
}

/** What a form says, as the API takes it. What nobody changed is written as it was read, down to fields that say what goes without saying. */
export function rulesOf(drafts: RuleDraft[]): Rule[] {
  return drafts.map(({ origin, conditions, groups, createMissing, isAdmin }) => {
    const rule: Rule = { ...origin, conditions: conditions.map(conditionOf) };
    if (groups.length > 0 || "groups" in origin) rule.groups = groups.map(({ path }) => path);
    if (createMissing || "createMissing" in origin) rule.createMissing = createMissing;
    if (isAdmin) rule.accountType = "admin";
    else delete rule.accountType;
    return rule;
  });
}

function conditionOf({ origin, attribute, match, value, ignoreCase }: ConditionDraft): Condition {
  const condition: Condition = { ...origin, attribute, match, value };
  if (ignoreCase || "ignoreCase" in origin) condition.ignoreCase = ignoreCase;
  return condition;
}

/** The list with one part in the place of the one that has its key. */
export function replaced<T extends Part>(parts: T[], part: T): T[] {
  return parts.map((one) => (one.key === part.key ? part : one));
}

export function without<T extends Part>(parts: T[], key: number): T[] {
  return parts.filter((one) => one.key !== key);
}

/** The list with a part before the one that it came after. */
export function movedUp<T extends Part>(parts: T[], key: number): T[] {
  const at = parts.findIndex((one) => one.key === key);
  const [part, before] = [parts[at], parts[at - 1]];
  return part && before ? [...parts.slice(0, at - 1), part, before, ...parts.slice(at + 1)] : parts;
}
