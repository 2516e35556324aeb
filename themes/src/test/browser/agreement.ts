import assert from "node:assert/strict";
import { test } from "node:test";
import { changesIf, type Surroundings } from "../../main/web/api/changes";
import { actionsOf, ROLES } from "../../main/web/api/roles";
import { nodeRoute, route } from "../../main/web/api/routes";
import type { Role } from "../../main/web/api/types";
import { accessOf, as, give } from "./api";

const NODES = ["fraud", "fraud/payments", "fraud/payments/transactions"] as const;
const KINDS = ["workspace", "project", "feature-set"] as const;

test("what the pages know of roles is what the server makes of them", async () => {
  for (const role of ROLES) {
    await give("user:paul", "fraud", role);
    for (const [at, node] of NODES.entries()) {
      const { actions } = await accessOf("user:paul", node);
      assert.deepEqual([...actions].sort(), [...actionsOf(role, KINDS[at] ?? "project")].sort(), `${role} on ${node}`);
    }
  }
  await give("user:paul", "fraud");
});

for (const viewersReadOffline of [false, true]) {
  test(`what changes is told before as the server does it, viewers reading offline: ${viewersReadOffline}`, async () => {
    await as("olga").patch(route("/workspaces/{w}", { w: "fraud-crowd" }), { settings: { viewersReadOffline } });
    const around = { viewersReadOffline };
    await foretold("fraud-crowd", "consumer", around);
    await foretold("fraud-crowd", "operator", around);
    await foretold("fraud-crowd", "data-reader", { ...around, keepsOthers: true });
    await foretold("fraud-crowd", "viewer", around);
    await foretold("fraud-crowd", "none", around);
  });
}

test("what changes on a secret project is told before as the server does it", async () => {
  await foretold("fraud/vault", "editor", {});
  await foretold("fraud/vault", "owner", {});
  await foretold("fraud/vault", "none", {});
});

/** Compares what a page tells with what the server says before and after. */
async function foretold(path: string, role: Role | "none", around: Surroundings): Promise<void> {
  const node = await as("olga").get(nodeRoute(path, ""));
  const before = await accessOf("user:paul", path);
  const { gained, lost } = changesIf(before, node, role, around);
  if (role === "none") await give("user:paul", path);
  else await as("olga").put(nodeRoute(path, "/grants"), { principal: "user:paul", role, replace: !around.keepsOthers });
  const after = (await accessOf("user:paul", path)).actions;
  assert.deepEqual([...gained].sort(), after.filter((action) => !before.actions.includes(action)).sort(), `gained by ${role} on ${path}`);
  assert.deepEqual([...lost].sort(), before.actions.filter((action) => !after.includes(action)).sort(), `lost by ${role} on ${path}`);
}
