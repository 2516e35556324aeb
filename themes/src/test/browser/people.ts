import { route } from "../../main/web/api/routes";
import { as } from "./api";
import { REALM } from "./stage";

/** Somebody who was invited and has no password: what is done to them bothers no other test. */
export async function invited(name: string): Promise<void> {
  await as("ada").post(route("/users"), { email: `${name}@example.com`, username: name }).catch(alreadyThere);
}

/** A service account of ada's that nobody else uses; its id. */
export async function serviceAccount(name: string): Promise<string> {
  const made = await as("ada").post(route("/service-accounts"), { name });
  return made.id;
}

/** Fails to log in until even the right password would be refused. */
export async function lockOut(name: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await tokenOf({ grant_type: "password", client_id: "notebook", username: name, password: "wrong" });
    if ((await as("ada").get(route("/users/{ref}", { ref: `user:${name}` }))).locked) return;
  }
  throw new Error(`${name} is not locked out`);
}

/** What the token endpoint answers. */
export function tokenOf(form: Record<string, string>): Promise<Response> {
  return fetch(`${REALM}/protocol/openid-connect/token`, { method: "POST", body: new URLSearchParams(form) });
}

function alreadyThere(error: { code?: string }): void {
  if (error.code !== "name-taken") throw error;
}
