/** Where a look reaches: to a node's pages and those of what lies below it, and elsewhere to the one page. */
export function isWithin(path: string, begunAt: string): boolean {
  const [here, start] = [subject(path), subject(begunAt)];
  return here === start || here.startsWith(`${start}/`);
}

/** A node has two pages; both are about the same. */
function subject(path: string): string {
  return path.replace(/\/$/, "").replace(/^(explore|permissions)\//, "node/");
}
