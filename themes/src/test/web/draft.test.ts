import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "../../main/web/api/types";
import { changedFields, draftOf, emptyDraft, isName, lines, newNode } from "../../main/web/edit/draft";

const featureSet: Node = {
  id: "1",
  path: "fraud/payments/transactions",
  kind: "feature-set",
  name: "transactions",
  displayName: "Transactions",
  description: "Per card",
  secret: false,
  sensitiveFeatures: ["card_number_hash"],
  createdBy: "user:bob",
  createdAt: "2026-01-01T00:00:00Z",
  myRoles: ["owner"],
  myActions: ["update", "manage-access"],
};

test("names_are_what_the_api_takes", () => {
  for (const name of ["a", "0", "fraud-dev", "a.b_c", "a".repeat(63)]) assert.ok(isName(name), name);
  for (const name of ["", "Fraud", "-a", ".a", "a/b", "a b", "ä", "a".repeat(64)]) assert.ok(!isName(name), name);
});

test("a_new_node_has_the_fields_of_its_kind", () => {
  const draft = { ...emptyDraft("workspace"), name: "fraud" };
  assert.deepEqual(Object.keys(newNode("workspace", draft)).sort(), ["description", "displayName", "kind", "locked", "name", "settings"]);
  assert.deepEqual(Object.keys(newNode("project", draft)).sort(), ["description", "displayName", "locked", "name", "secret"]);
  assert.deepEqual(Object.keys(newNode("feature-set", draft)).sort(), ["description", "displayName", "name", "secret", "sensitiveFeatures"]);
});

test("workspaces_are_locked_unless_somebody_says_otherwise", () => {
  assert.equal(emptyDraft("workspace").locked, true);
  assert.equal(emptyDraft("project").locked, false);
});

test("only_what_differs_is_sent", () => {
  const draft = draftOf(featureSet);
  assert.deepEqual(changedFields(featureSet, draft), {});
  assert.deepEqual(changedFields(featureSet, { ...draft, description: "Per card and day " }), { description: "Per card and day" });
  assert.deepEqual(changedFields(featureSet, { ...draft, sensitiveFeatures: "" }), { sensitiveFeatures: [] });
});

test("features_are_listed_one_a_line_and_once", () => {
  assert.deepEqual(lines(" a \n\nb\na\n"), ["a", "b"]);
});
