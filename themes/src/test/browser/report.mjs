/** What Node's test runner says, one JSON document a test, for whoever started it. */
export default async function* report(source) {
  for await (const { type, data } of source) {
    if ((type === "test:pass" || type === "test:fail") && data.nesting === 0) {
      const error = data.details.error?.cause?.stack ?? data.details.error?.message;
      yield `${JSON.stringify({ name: data.name, passed: type === "test:pass", millis: data.details.duration_ms, error })}\n`;
    }
  }
}
