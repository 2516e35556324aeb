import assert from "node:assert/strict";
import { test } from "node:test";
import { CHANGES } from "../../main/web/audit/changes";
import { differences, filtersOf, toParams, toQuery } from "../../main/web/audit/filters";

test("filters_live_in_the_address_and_empty_ones_do_not", () => {
  const filters = filtersOf(new URLSearchParams("node=fraud&actor=&nonsense=1"));
  assert.deepEqual(filters, { node: "fraud", principal: "", actor: "", change: "", since: "", until: "" });
  assert.deepEqual(toParams({ ...filters, actor: " user:olga " }), { node: "fraud", actor: "user:olga" });
});

test("days_and_times_are_instants_to_the_api", () => {
  const filters = { ...filtersOf(new URLSearchParams()), since: "2030-01-02T03:04" };
  assert.deepEqual(toQuery(filters), { since: new Date("2030-01-02T03:04").toISOString(), until: undefined });
});

test("only_what_differs_between_before_and_after_is_told", () => {
  assert.deepEqual(differences({ role: "viewer", same: 1 }, { role: "owner", same: 1 }), [{ name: "role", before: "viewer", after: "owner" }]);
  assert.deepEqual(differences(undefined, { roles: ["owner"] }), [{ name: "roles", before: undefined, after: '["owner"]' }]);
  assert.deepEqual(differences({ locked: false, end: null }, { locked: true }), [{ name: "locked", before: "false", after: "true" }]);
  assert.deepEqual(differences(), []);
});

test("the_kinds_of_changes_are_those_that_the_api_describes", () => {
  assert.ok(CHANGES.includes("grant-added") && CHANGES.length > 30);
});
