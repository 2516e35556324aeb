/** What a field for a day and a time holds, as the API writes instants; undefined for an empty field. */
export function toInstant(local: string): string | undefined {
  return local === "" ? undefined : new Date(local).toISOString();
}

/** An instant of the API as a field for a day and a time holds it, in the reader's time zone. */
export function toLocal(instant: string | undefined): string {
  if (instant === undefined) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
