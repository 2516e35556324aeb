import assert from "node:assert/strict";
import { test } from "node:test";
import { membershipKey, ruleNames } from "../../main/web/widgets/membership";

const rules = [
  { identityProvider: "corporate", mapper: "teams" },
  { identityProvider: "partners", mapper: "guests" },
];

test("a_membership_is_by_hand_by_rules_or_both_and_rules_may_be_unnamed", () => {
  assert.equal(membershipKey({ origin: "direct" }), "fa.membership.direct");
  assert.equal(membershipKey({ origin: "direct", rules }), "fa.membership.direct.rules");
  assert.equal(membershipKey({ origin: "rule" }), "fa.membership.rule");
  assert.equal(membershipKey({ origin: "rule", rules }), "fa.membership.rule.rules");
});

test("rules_are_named_by_identity_provider_and_mapper", () => {
  assert.equal(ruleNames({ origin: "rule", rules }), "corporate: teams, partners: guests");
  assert.equal(ruleNames({ origin: "rule" }), "");
});
