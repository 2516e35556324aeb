import assert from "node:assert/strict";
import { Api } from "../../main/web/api/client";
import { nodeRoute } from "../../main/web/api/routes";
import type { Access, Role } from "../../main/web/api/types";
import { REALM } from "./stage";

const tokens = new Map<string, Promise<string>>();

/** The API as the pages ask it, for a person whose password is the name: what a page did is looked up here. */
export function as(user: string): Api {
  return new Api(`${REALM}/feature-access`, () => {
    const known = tokens.get(user) ?? token(user);
    tokens.set(user, known);
    return known;
  });
}

async function token(user: string): Promise<string> {
  const form = { grant_type: "password", client_id: "notebook", username: user, password: user, scope: "openid feature-access:manage" };
  const answer = await fetch(`${REALM}/protocol/openid-connect/token`, { method: "POST", body: new URLSearchParams(form) });
  assert.equal(answer.status, 200, `${user} cannot log in`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

export async function accessOf(principal: string, path: string): Promise<Access> {
  return (await as("olga").get(nodeRoute(path, "/access"), { principal })) as Access;
}

/** The roles that somebody was given on the node itself. */
export async function givenTo(principal: string, path: string): Promise<Role[]> {
  const access = await accessOf(principal, path);
  return access.why.filter((why) => why.grantedOn === path && why.via === undefined).map((why) => why.role);
}

/** Puts one role, or none, in the place of all that somebody has on the node itself. */
export async function give(principal: string, path: string, role?: Role): Promise<void> {
  if (role) await as("olga").put(nodeRoute(path, "/grants"), { principal, role, replace: true });
  else if ((await givenTo(principal, path)).length > 0) await as("olga").delete(nodeRoute(path, "/grants"), { principal: [principal] });
}
