/** What an identity provider sends, as somebody types it: a line each as `department=risk`; a name that comes again has several values. */
export function attributesOf(typed: string): Record<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const line of typed.split("\n").map((one) => one.trim())) {
    const equals = line.indexOf("=");
    if (equals < 1) continue;
    const name = line.slice(0, equals).trim();
    attributes.set(name, [...(attributes.get(name) ?? []), line.slice(equals + 1).trim()]);
  }
  return Object.fromEntries(attributes);
}

/** Lines that are no attributes, for the form to say so. */
export function strayLines(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line.indexOf("=") < 1);
}
