import assert from "node:assert/strict";
import { test } from "node:test";
import { changesIf, directRoles } from "../../main/web/api/changes";
import { ACTIONS, actionsOf } from "../../main/web/api/roles";
import type { Access, Role, Why } from "../../main/web/api/types";

const workspace = { path: "fraud", kind: "workspace" as const };
const featureSet = { path: "fraud/payments/transactions", kind: "feature-set" as const };
const KNOWN = { viewersReadOffline: false };

test("somebody_with_nothing_gains_the_roles_actions", () => {
  assert.deepEqual(changesIf(having([]), featureSet, "data-reader", KNOWN), { gained: ["read-online", "read-offline"], lost: [] });
});

test("a_weaker_role_takes_what_only_the_stronger_one_gave", () => {
  const { gained, lost } = changesIf(having([direct("consumer", featureSet.path)]), featureSet, "viewer", KNOWN);
  assert.deepEqual(gained, []);
  assert.deepEqual(lost, ["read-online", "read-offline"]);
});

test("what_comes_from_elsewhere_stays", () => {
  const inherited: Why = { role: "viewer", grantedOn: "fraud", inheritedAs: "viewer" };
  const byGroup: Why = { role: "data-reader", grantedOn: featureSet.path, via: "/teams", inheritedAs: "data-reader" };
  const access = having([direct("consumer", featureSet.path), inherited, byGroup]);
  assert.deepEqual(changesIf(access, featureSet, "none", KNOWN), { gained: [], lost: [] });
});

test("adding_keeps_what_was_given_before", () => {
  const access = having([direct("operator", featureSet.path)]);
  const { gained, lost } = changesIf(access, featureSet, "data-reader", { ...KNOWN, keepsOthers: true });
  assert.deepEqual(gained, ["read-online", "read-offline"]);
  assert.deepEqual(lost, []);
});

test("what_is_seen_without_a_role_stays", () => {
  const access = { ...having([]), actions: ["view" as const] };
  assert.deepEqual(changesIf(access, featureSet, "data-reader", KNOWN).lost, []);
});

test("a_workspaces_setting_lets_viewers_read_offline", () => {
  assert.ok(changesIf(having([]), featureSet, "viewer", { viewersReadOffline: true }).gained.includes("read-offline"));
  assert.ok(!changesIf(having([]), featureSet, "viewer", KNOWN).gained.includes("read-offline"));
});

test("reading_offline_goes_with_viewing_where_the_setting_is_unknown", () => {
  const access = { ...having([direct("viewer", featureSet.path)]), actions: ["view" as const, "view-access" as const, "read-offline" as const] };
  assert.deepEqual(changesIf(access, featureSet, "none", {}).lost, ["view", "view-access", "read-offline"]);
  assert.ok(!changesIf(access, featureSet, "operator", {}).lost.includes("read-offline"));
});

test("on_what_is_secret_only_owners_count", () => {
  const secret = { ...featureSet, secret: true };
  assert.deepEqual(changesIf(having([]), secret, "editor", KNOWN).gained, []);
  assert.ok(changesIf(having([]), secret, "owner", KNOWN).gained.includes("manage-access"));
  assert.deepEqual(changesIf(having([]), featureSet, "owner", { ...KNOWN, isBelowSecret: true }).gained, []);
});

test("sleeping_roles_and_disabled_accounts_have_nothing_to_lose", () => {
  const sleeping: Why = { ...direct("consumer", featureSet.path), sleeping: "project-role-required" };
  assert.deepEqual(changesIf({ ...having([sleeping]), actions: [] }, featureSet, "none", KNOWN), { gained: [], lost: [] });
  const disabled: Why = { ...sleeping, sleeping: "disabled" };
  assert.deepEqual(changesIf({ ...having([disabled]), actions: [] }, featureSet, "owner", KNOWN), { gained: [], lost: [] });
});

test("every_action_has_its_place_in_the_order", () => {
  const known = (["workspace", "project", "feature-set"] as const).flatMap((kind) => [...actionsOf("owner", kind)]);
  assert.deepEqual([...ACTIONS].sort(), [...new Set(known)].sort());
});

test("only_what_was_given_here_to_them_is_changed_here", () => {
  const byGroup: Why = { ...direct("owner", "fraud"), via: "/teams" };
  const onAll: Why = { role: "viewer", grantedOn: "*", inheritedAs: "viewer" };
  const access = having([byGroup, direct("viewer", "fraud"), onAll]);
  assert.deepEqual(directRoles(access, workspace.path), [direct("viewer", "fraud")]);
});

function direct(role: Role, path: string): Why {
  return { role, grantedOn: path, inheritedAs: role };
}

function having(why: Why[]): Access {
  const counting = why.filter((one) => one.sleeping === undefined);
  const actions = new Set(counting.flatMap((one) => [...actionsOf(one.inheritedAs, "feature-set")]));
  return { principal: "user:dave", principalId: "1", roles: counting.map((one) => one.inheritedAs), actions: [...actions], why };
}
