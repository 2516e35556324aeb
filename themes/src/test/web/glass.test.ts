import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin } from "../../main/web/glass/reach";
import { canTravel } from "../../main/web/widgets/canTravel";

test("a_look_at_a_node_reaches_its_pages_and_those_of_what_lies_below", () => {
  for (const here of ["explore/fraud/vault", "permissions/fraud/vault", "explore/fraud/vault/", "explore/fraud/vault/keys"]) {
    assert.ok(isWithin(here, "explore/fraud/vault"), here);
    assert.ok(isWithin(here, "permissions/fraud/vault"), here);
  }
});

test("a_look_reaches_no_other_page", () => {
  for (const here of ["explore", "explore/fraud", "explore/fraud/vault-2", "explore/fraud/payments", "audit", "accounts/user:olga", "requests", ""]) {
    assert.ok(!isWithin(here, "explore/fraud/vault"), here);
  }
  assert.ok(isWithin("orphans", "orphans"));
  assert.ok(!isWithin("permissions/fraud/vault", "orphans"));
  assert.ok(!isWithin("accounts/user:olga", "accounts/user:ol"));
});

test("reasons_are_taken_that_a_header_can_hold", () => {
  for (const reason of ["", "why not?", "Prüfung der Gruppen", "l'été à São Paulo"]) assert.ok(canTravel(reason), reason);
  for (const reason of ["łatwo", "почему", "a\nb", "tab\t", "dash \u2013 long", "\u0080"]) assert.ok(!canTravel(reason), reason);
});
