import assert from "node:assert/strict";
import { test } from "node:test";
import { placeSearch } from "../../main/web/accounts/placeSearch";

test("a_part_of_a_name_looks_among_workspaces", () => {
  assert.deepEqual(placeSearch(""), { search: "" });
  assert.deepEqual(placeSearch(" frau "), { search: "frau" });
});

test("a_slash_looks_below_what_stands_before_it", () => {
  assert.deepEqual(placeSearch("fraud/"), { parent: "fraud", search: "" });
  assert.deepEqual(placeSearch("fraud/pay"), { parent: "fraud", search: "pay" });
  assert.deepEqual(placeSearch("fraud/payments/tr"), { parent: "fraud/payments", search: "tr" });
});

test("nothing_lies_below_a_feature_set", () => {
  assert.deepEqual(placeSearch("fraud/payments/transactions/more"), { parent: "fraud/payments", search: "transactions" });
});

test("a_slash_too_many_is_forgiven", () => {
  assert.deepEqual(placeSearch("/fraud"), { search: "fraud" });
});
