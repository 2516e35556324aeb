import assert from "node:assert/strict";
import { test } from "node:test";
import { ROLES } from "../../main/web/api/roles";
import type { Role } from "../../main/web/api/types";
import { grantable, projectRolesFor } from "../../main/web/requests/weaker";

const WEAKER: Record<Role, readonly Role[]> = {
  owner: ROLES,
  editor: ["editor", "sensitive-consumer", "consumer", "operator", "viewer", "data-reader"],
  "sensitive-consumer": ["sensitive-consumer", "consumer", "viewer", "data-reader"],
  consumer: ["consumer", "viewer", "data-reader"],
  operator: ["operator", "viewer"],
  viewer: ["viewer"],
  "data-reader": ["data-reader"],
};

for (const kind of ["workspace", "project", "feature-set"] as const) {
  test(`who_asks_for_a_role_on_a_${kind}_gets_it_or_a_weaker_one`, () => {
    for (const role of ROLES) assert.deepEqual(grantable(role, kind), WEAKER[role], role);
  });
}

test("a_role_on_a_feature_set_needs_one_on_the_project_and_the_smallest_stands_first", () => {
  for (const role of ["owner", "editor", "consumer", "sensitive-consumer"] as const) {
    assert.deepEqual(projectRolesFor(role), ["consumer", "sensitive-consumer", "editor", "owner"], role);
  }
  for (const role of ["viewer", "operator"] as const) {
    assert.deepEqual(projectRolesFor(role), ["viewer", "operator", "consumer", "sensitive-consumer", "editor", "owner"], role);
  }
  assert.deepEqual(projectRolesFor("data-reader"), ["data-reader", "consumer", "sensitive-consumer", "editor", "owner"]);
});
