import { draftsOf, rulesOf, type RuleDraft } from "./draft";
import type { Rule } from "./types";

/** Rules that are being edited: in a form, or as a text for whoever likes that better. */
export type Content = { as: "form"; drafts: RuleDraft[] } | { as: "json"; text: string };

/** A form where the rules fit into one; a text where they do not, as when somebody wrote them wrongly into the mapper. */
export function contentOf(rules: unknown): Content {
  return areRules(rules) ? { as: "form", drafts: draftsOf(rules) } : { as: "json", text: typeof rules === "string" ? rules : written(rules) };
}

/** What the API is sent; undefined for a text that is no JSON. Whether it means something, the API says. */
export function sent(content: Content): Rule[] | undefined {
  if (content.as === "form") return rulesOf(content.drafts);
  const value = parsed(content.text);
  return value as Rule[] | undefined;
}

export function toText(content: Content): Content {
  return content.as === "form" ? { as: "json", text: written(rulesOf(content.drafts)) } : content;
}

/** The same as a form; undefined where it does not fit into one. */
export function toForm(content: Content): Content | undefined {
  if (content.as === "form") return content;
  const rules = parsed(content.text);
  return areRules(rules) ? { as: "form", drafts: draftsOf(rules) } : undefined;
}

function written(rules: unknown): string {
  return JSON.stringify(rules, null, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown) => typeof value === "string";
const isFlag = (value: unknown) => typeof value === "boolean";
const isListOf = (fits: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(fits);

const CONDITION = {
  attribute: isText,
  match: (value: unknown) => value === "exact" || value === "glob" || value === "regex",
  value: isText,
  ignoreCase: isFlag,
};

const RULE = {
  conditions: isListOf((value) => fits(value, CONDITION, ["attribute", "match", "value"])),
  groups: isListOf(isText),
  createMissing: isFlag,
  accountType: (value: unknown) => value === "admin",
};

/** Whether a form holds all of this, so that nothing is lost on the way through it. */
export function areRules(value: unknown): value is Rule[] {
  return isListOf((one) => fits(one, RULE, ["conditions"]))(value);
}

function fits(value: unknown, fields: Record<string, (value: unknown) => boolean>, needed: string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  const given = new Map(Object.entries(value));
  return needed.every((name) => given.has(name)) && [...given].every(([name, field]) => Object.hasOwn(fields, name) && fields[name]?.(field) === true);
}
