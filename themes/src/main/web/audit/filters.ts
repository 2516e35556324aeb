import { toInstant } from "../widgets/time";

export const FILTERS = ["node", "principal", "actor", "change", "since", "until"] as const;

/** What of the record is looked for, as a form holds it; an empty text is no filter. */
export type Filters = Record<(typeof FILTERS)[number], string>;

/** As the page's address holds them, so that a search can be linked to. */
export function filtersOf(params: URLSearchParams): Filters {
  return Object.fromEntries(FILTERS.map((name) => [name, params.get(name) ?? ""])) as Filters;
}

/** Only what is filled in. */
export function toParams(filters: Filters): Record<string, string> {
  return Object.fromEntries(FILTERS.map((name) => [name, filters[name].trim()]).filter(([, value]) => value !== ""));
}

/** As the API takes them: days and times of the reader's are instants there. */
export function toQuery(filters: Filters): Record<string, string | undefined> {
  return { ...toParams(filters), since: toInstant(filters.since), until: toInstant(filters.until) };
}

export interface Difference {
  name: string;
  before?: string;
  after?: string;
}

/** What differs between two states of something, name by name. */
export function differences(before: object = {}, after: object = {}): Difference[] {
  const was = new Map(Object.entries(before));
  const is = new Map(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: written(was.get(name)), after: written(is.get(name)) }))
    .filter((one) => one.before !== one.after);
}

function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
