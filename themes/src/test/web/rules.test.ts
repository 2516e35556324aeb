import assert from "node:assert/strict";
import { test } from "node:test";
import { attributesOf, strayLines } from "../../main/web/rules/attributes";
import { isJson } from "../../main/web/rules/json";

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

test("what_is_no_json_is_not_sent", () => {
  for (const text of ["[]", "[{}]"]) assert.ok(isJson(text), text);
  for (const text of ["", "[", "rules"]) assert.ok(!isJson(text), text);
});
