import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem } from "../../main/web/api/problem";
import { attributesOf, strayLines } from "../../main/web/rules/attributes";
import { groupsBeside } from "../../main/web/rules/compare";
import { areRules, type Content, contentOf, sent, toForm, toText } from "../../main/web/rules/content";
import { draftsOf, movedUp, newCondition, newRule, replaced, type RuleDraft, rulesOf, without } from "../../main/web/rules/draft";
import type { Rule, RulePreview } from "../../main/web/rules/types";
import { saidOf, within, wrongIn } from "../../main/web/rules/wrong";

/** Every field there is, left out and given, with the value that goes without saying and with the other. */
const RULES: Rule[] = [
  { conditions: [{ attribute: "department", match: "exact", value: " Fraud, Detection ", ignoreCase: true }], groups: ["/teams/fraud", ""] },
  { conditions: [{ match: "regex", value: "(a)|(b)", attribute: "x.y\\.z", ignoreCase: false }, { attribute: "e", match: "glob", value: "fs-*" }], groups: ["/teams/$1"], createMissing: true },
  { accountType: "admin", conditions: [{ attribute: "e", match: "exact", value: "admins" }] },
  { conditions: [{ attribute: "e", match: "exact", value: "x" }], groups: [], createMissing: false, accountType: "admin" },
  { conditions: [] },
];

test("rules_go_through_the_form_unchanged_to_the_order_of_their_fields", () => {
  assert.equal(JSON.stringify(rulesOf(draftsOf(RULES))), JSON.stringify(RULES));
});

test("rules_go_from_form_to_text_and_back_unchanged", () => {
  const content = contentOf(RULES);
  assert.equal(content.as, "form");
  const text = toText(content);
  assert.equal(text.as, "json");
  assert.deepEqual(sent(text), RULES);
  assert.equal(JSON.stringify(sent(toForm(text) ?? text)), JSON.stringify(RULES));
});

test("only_what_somebody_changes_is_written_otherwise", () => {
  const drafts = draftsOf(RULES);
  const admin = drafts[2] as RuleDraft;
  const changed = rulesOf(replaced(drafts, { ...admin, isAdmin: false, createMissing: true }));
  assert.deepEqual(changed[2], { conditions: RULES[2]?.conditions, createMissing: true });
  const others = (rules: Rule[]) => rules.filter((_, at) => at !== 2);
  assert.deepEqual(others(changed), others(RULES));
  const switchedOff = rulesOf(drafts.map((rule) => ({ ...rule, conditions: rule.conditions.map((one) => ({ ...one, ignoreCase: false })) })));
  assert.equal(switchedOff[0]?.conditions[0]?.ignoreCase, false);
});

test("a_new_rule_has_a_condition_and_a_group_to_fill_in_and_nothing_more", () => {
  assert.deepEqual(rulesOf([newRule()]), [{ conditions: [{ attribute: "", match: "exact", value: "" }], groups: [""] }]);
});

test("parts_are_removed_and_moved_by_their_keys", () => {
  const [first, second, third] = [newCondition(), newCondition(), newCondition()];
  const keys = (parts: { key: number }[]) => parts.map(({ key }) => key);
  assert.equal(new Set(keys([first, second, third])).size, 3);
  assert.deepEqual(keys(movedUp([first, second, third], third.key)), keys([first, third, second]));
  assert.deepEqual(keys(movedUp([first, second], first.key)), keys([first, second]));
  assert.deepEqual(keys(without([first, second, third], second.key)), keys([first, third]));
});

test("what_does_not_fit_into_a_form_is_edited_as_a_text", () => {
  const condition = { attribute: "a", match: "exact", value: "b" };
  const misfits: unknown[] = [
    "not json at all",
    {},
    [null],
    [{}],
    [{ conditions: [{ ...condition, match: "like" }] }],
    [{ conditions: [{ attribute: "a", match: "exact" }] }],
    [{ conditions: [{ ...condition, ignoreCase: null }] }],
    [{ conditions: [condition], groups: "/teams" }],
    [{ conditions: [condition], accountType: "principal" }],
    [{ conditions: [condition], comment: "an unknown field would be lost" }],
    [{ conditions: [condition], constructor: true }],
  ];
  for (const rules of misfits) {
    assert.ok(!areRules(rules), JSON.stringify(rules));
    assert.equal(contentOf(rules).as, "json");
  }
  assert.deepEqual(contentOf("[{broken"), { as: "json", text: "[{broken" });
  assert.equal(toForm({ as: "json", text: "[{broken" }), undefined);
});

test("what_is_no_json_is_not_sent", () => {
  for (const text of ["[]", "[{}]"]) assert.deepEqual(sent({ as: "json", text }), JSON.parse(text));
  for (const text of ["", "[", "rules"]) assert.equal(sent({ as: "json", text }), undefined, text);
});

const problem = (field?: string) => new ApiProblem(422, "malformed-value", "it is wrong", field);

test("a_problem_is_said_at_the_field_that_it_names", () => {
  const drafts = draftsOf(RULES);
  const content: Content = { as: "form", drafts };
  const said = (field: string, key: number | undefined, name: string) => saidOf(wrongIn(content, problem(field)), key ?? -1, name);
  assert.equal(said("rules[1].conditions[1].value", drafts[1]?.conditions[1]?.key, "value"), "it is wrong");
  assert.equal(said("rules[1].conditions[1].value", drafts[1]?.conditions[0]?.key, "value"), undefined);
  assert.equal(said("rules[0].groups[1]", drafts[0]?.groups[1]?.key, "path"), "it is wrong");
  assert.equal(said("rules[4].conditions", drafts[4]?.key, "conditions"), "it is wrong");
  assert.equal(said("rules[2].accountType", drafts[2]?.key, "accountType"), "it is wrong");
  assert.equal(said("rules[3]", drafts[3]?.key, ""), "it is wrong");
  for (const elsewhere of [undefined, "rules", "principal", "rules[9].groups", "attributes"]) assert.equal(wrongIn(content, problem(elsewhere)), undefined, elsewhere);
  assert.equal(wrongIn({ as: "json", text: "[]" }, problem("rules[0]")), undefined);
});

test("what_is_wrong_in_one_rule_concerns_no_other", () => {
  const drafts = draftsOf(RULES);
  const wrong = wrongIn({ as: "form", drafts }, problem("rules[1].groups[0]"));
  assert.deepEqual(drafts.map((rule) => within(rule, wrong) !== undefined), [false, true, false, false, false]);
});

test("what_unsaved_rules_give_and_take_is_told_beside_the_saved_ones", () => {
  const preview = (gained: string[], lost: string[]): RulePreview => ({ groups: { gained, lost }, roles: { gained: [], lost: [] }, notes: [] });
  assert.deepEqual(groupsBeside(preview(["a", "b"], ["c"]), preview(["b", "d"], ["e"])), { more: ["d", "c"], less: ["a", "e"] });
  assert.deepEqual(groupsBeside(preview(["a"], ["b"]), preview(["a"], ["b"])), { more: [], less: [] });
});

test("a_line_is_an_attribute_and_a_name_that_comes_again_has_several_values", () => {
  assert.deepEqual(attributesOf("department = risk\n\ngroups=a\ngroups=b=c\nempty="), { department: ["risk"], groups: ["a", "b=c"], empty: [""] });
});

test("lines_that_are_no_attributes_are_told", () => {
  assert.deepEqual(strayLines("a=b\nnonsense\n=x\n"), ["nonsense", "=x"]);
  assert.deepEqual(attributesOf("nonsense\n=x"), {});
});

test("names_that_objects_have_anyway_are_names_like_others", () => {
  assert.deepEqual(Object.entries(attributesOf("constructor=a\nconstructor=b")), [["constructor", ["a", "b"]]]);
});
