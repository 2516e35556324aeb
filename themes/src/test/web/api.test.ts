import assert from "node:assert/strict";
import { test } from "node:test";
import { Api, text } from "../../main/web/api/client";
import { ApiProblem } from "../../main/web/api/problem";
import { childrenRoute, nodeRoute, route } from "../../main/web/api/routes";
import { toInstant, toLocal } from "../../main/web/widgets/time";

test("a_path_becomes_an_address_whatever_it_is_made_of", () => {
  assert.equal(nodeRoute("fraud", "").url, "/workspaces/fraud");
  assert.equal(nodeRoute("fraud/payments/tx", "/grants").url, "/workspaces/fraud/projects/payments/feature-sets/tx/grants");
  assert.equal(nodeRoute("a b/me?x", "").url, "/workspaces/a%20b/projects/me%3Fx");
  assert.equal(childrenRoute().url, "/workspaces");
  assert.equal(childrenRoute("fraud/payments").url, "/workspaces/fraud/projects/payments/feature-sets");
  assert.equal(route("/principals/{ref}/access", { ref: "group:/teams" }).url, "/principals/group%3A%2Fteams/access");
});

test("queries_leave_out_what_is_empty_and_repeat_lists", () => {
  assert.equal(text({ search: "", first: 0, type: undefined }), "?first=0");
  assert.equal(text({ principal: ["user:a", "user:b"] }), "?principal=user%3Aa&principal=user%3Ab");
  assert.equal(text(undefined), "");
});

test("a_refusal_keeps_the_apis_words", async () => {
  const problem = { code: "last-owner", detail: "somebody has to own it", field: "principal" };
  answering(new Response(JSON.stringify(problem), { status: 409, headers: { "content-type": "application/problem+json" } }));
  await assert.rejects(api().get(route("/me")), (error) => {
    assert.ok(error instanceof ApiProblem);
    assert.deepEqual([error.status, error.code, error.detail, error.field], [409, "last-owner", "somebody has to own it", "principal"]);
    return true;
  });
});

test("an_answer_that_is_no_problem_document_is_a_refusal_all_the_same", async () => {
  answering(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
  await assert.rejects(api().get(route("/me")), { status: 502, code: "unknown", detail: "502 Bad Gateway" });
  assert.equal(ApiProblem.from(new TypeError("Failed to fetch")).code, "no-answer");
});

test("nothing_is_kept_and_the_token_goes_along", async () => {
  const sent = answering(new Response(null, { status: 204 }));
  await api().delete(nodeRoute("fraud", "/grants"), { principal: ["id:1"] });
  assert.equal(sent.url, "/base/workspaces/fraud/grants?principal=id%3A1");
  assert.equal(sent.init?.cache, "no-store");
  assert.equal(new Headers(sent.init?.headers).get("authorization"), "Bearer token-1");
});

test("who_breaks_the_glass_reads_with_the_reason_and_changes_without", async () => {
  const glass = () => new Headers(sent.init?.headers).get("feature-access-break-glass");
  const looking = api().breakingGlass("a complaint");
  let sent = answering(new Response("{}"));
  await looking.get(nodeRoute("fraud/vault", ""));
  assert.equal(glass(), "a complaint");
  sent = answering(new Response("{}"));
  await looking.put(nodeRoute("fraud/vault", "/grants"), { principal: "id:1", role: "owner" });
  assert.equal(glass(), null);
  sent = answering(new Response("{}"));
  await api().get(nodeRoute("fraud/vault", ""));
  assert.equal(glass(), null);
});

test("an_end_is_the_same_instant_in_the_readers_zone", () => {
  assert.equal(toInstant(""), undefined);
  assert.equal(toLocal(undefined), "");
  assert.equal(toInstant(toLocal("2030-07-01T10:30:00Z")), "2030-07-01T10:30:00.000Z");
});

function api(): Api {
  return new Api("/base", async () => "token-1");
}

function answering(answer: Response): { url?: string; init?: RequestInit } {
  const sent: { url?: string; init?: RequestInit } = {};
  globalThis.fetch = async (url, init) => {
    Object.assign(sent, { url, init });
    return answer;
  };
  return sent;
}
