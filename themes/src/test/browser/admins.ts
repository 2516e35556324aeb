import assert from "node:assert/strict";
import { test } from "node:test";
import { grantsRoute, nodeRoute, route } from "../../main/web/api/routes";
import { as, give } from "./api";
import { screen, settled } from "./stage";

/** Lists that only administrators have, long ones too, and what everyone else is told there. */

screen("users are searched on the server and read by pages", "ada", "accounts", async (page) => {
  const asked: URL[] = [];
  page.on("request", (request) => request.url().includes("/principals?") && asked.push(new URL(request.url())));
  await page.getByRole("row").nth(25).waitFor();
  assert.equal(await page.getByRole("row").count(), 26, "a head and 25");
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("row").nth(26).waitFor();
  await page.getByRole("textbox", { name: "Find users by name" }).fill("CROWD-0009");
  await page.getByRole("row").nth(2).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "crowd-0009" }).waitFor();
  assert.ok(asked.every((url) => Number(url.searchParams.get("max")) <= 51), String(asked));
});

screen("with ten thousand rows behind it, a list asks for the page that it shows", "ada", "accounts", async (page) => {
  const asked: number[] = [];
  await page.route("**/feature-access/principals?*", (answer) => {
    const { searchParams } = new URL(answer.request().url());
    const [first, max] = [Number(searchParams.get("first")), Number(searchParams.get("max"))];
    asked.push(max);
    const items = Array.from({ length: Math.max(0, Math.min(max, MANY - first)) }, (_, n) => person(first + n));
    return answer.fulfill({ json: { items } });
  });
  await page.getByRole("tab", { name: "Groups" }).click();
  await page.getByRole("tab", { name: "Users" }).click();
  await page.getByRole("link", { name: "person-00024" }).waitFor();
  assert.equal(await page.getByRole("row").count(), 26, "a head and 25");
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("link", { name: "person-00049" }).waitFor();
  assert.equal(await page.getByRole("row").count(), 51, "a head and 50");
  await page.unroute("**/feature-access/principals?*");
  assert.ok(Math.max(...asked) <= 51, String(asked));
});

const MANY = 10_000;

function person(n: number): object {
  const name = `person-${String(n).padStart(5, "0")}`;
  return { id: `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`, reference: `user:${name}`, type: "user", name, enabled: true, accountType: "principal" };
}

screen("whoever is no admin is offered no admin's page", "vic", "explore", async (page) => {
  await page.getByRole("link", { name: "My service accounts" }).waitFor();
  for (const name of ["Accounts & Access", "Orphaned nodes", "Audit"]) {
    assert.equal(await page.getByRole("link", { name, exact: true }).count(), 0, name);
  }
});

for (const path of ["accounts", "accounts?tab=group", "accounts/user:bob", "orphans", "audit"]) {
  screen(`whoever is no admin and types the address ${path} reads the API's refusal`, "vic", path, async (page) => {
    await page.getByText("This was refused").first().waitFor();
    await settled(page);
    assert.ok(!/\bbob\b/.test(await page.locator("#fa-main").innerText()));
    assert.equal(await page.locator("#fa-main").getByRole("button", { name: /Invite|Create|Assign|Remove/ }).count(), 0);
  });
}

test("whoever is no admin may do none of the tasks of Accounts & Access by the API either", async () => {
  const ada = { ref: "user:ada" };
  for (const who of ["olga", "vic", "bob"]) {
    const api = as(who);
    const tasks: [string, () => Promise<unknown>][] = [
      ["invite", () => api.post(route("/users"), { email: "eve@example.com" })],
      ["remove", () => api.delete(route("/users/{ref}", ada))],
      ["unlock", () => api.post(route("/users/{ref}/unlock", ada))],
      ["account type", () => api.put(route("/users/{ref}/account-type", ada), { accountType: "admin" })],
      ["a role on all workspaces", () => api.put(grantsRoute("*"), { principal: "user:bob", role: "viewer" })],
      ["group", () => api.post(route("/groups"), { name: "club" })],
      ["orphans", () => api.get(route("/orphans"))],
      ["group rules", () => api.get(route("/identity-providers"))],
    ];
    for (const [task, attempt] of tasks) await assert.rejects(attempt(), { status: 403 }, `${who}: ${task}`);
  }
});

screen("admin finds nodes without an owner, and makes somebody one", "ada", "orphans", async (page) => {
  await page.getByRole("link", { name: "left-behind" }).click();
  await page.getByRole("heading", { name: "Permissions of left-behind" }).waitFor();
  await as("ada").put(nodeRoute("left-behind", "/grants"), { principal: "user:olga", role: "owner" }, { breakGlass: "nobody owns it" });
  await page.goBack();
  await page.getByRole("link", { name: "left-behind" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Orphaned nodes" }).waitFor();
});

screen("who looks for nodes without an owner where there are none is told so", "ada", "explore", async (page) => {
  await page.route("**/feature-access/orphans?*", (answer) => answer.fulfill({ json: { items: [] } }));
  await page.getByRole("link", { name: "Orphaned nodes" }).click();
  await page.getByRole("heading", { name: "Every node has an owner" }).waitFor();
  await page.unroute("**/feature-access/orphans?*");
});

screen("admin reads the record by node, kind and actor", "ada", "audit", async (page) => {
  await page.getByLabel("Node").fill("fraud/payments");
  await page.getByLabel("What").selectOption("Role given");
  await page.getByLabel("Who", { exact: true }).fill("user:olga");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("row", { name: /fraud\/payments/ }).first().getByText("Role given").waitFor();
  assert.match(page.url(), /node=fraud%2Fpayments/);
  await settled(page);
  const rows = await page.getByRole("grid", { name: "Audit" }).getByRole("row").allInnerTexts();
  assert.ok(rows.slice(1).every((row) => row.includes("Role given") && row.includes("olga")), rows.join("\n"));
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByText("From the address 127.0.0.1").first().waitFor();
  await page.getByLabel("Who", { exact: true }).fill("nobody");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByText("This was refused").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("row").nth(60).waitFor();
}, { before: () => give("user:paul", "fraud/payments", "viewer") });
