import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { grantsRoute, nodeRoute, route } from "../../main/web/api/routes";
import { as, give, givenTo } from "./api";
import { invited, lockOut, serviceAccount } from "./people";
import { screen, settled } from "./stage";

/** The tasks of Accounts & Access, as an administrator does them; each has principals of its own. */

screen("admin adds a user by inviting them", "ada", "accounts", async (page) => {
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog");
  assert.ok(await dialog.getByRole("button", { name: "Invite" }).isDisabled());
  await dialog.getByLabel("E-mail address").fill("no address");
  await dialog.getByLabel("User name").fill("ines");
  await dialog.getByLabel("E-mail address").fill("ines@example.com");
  await dialog.getByRole("button", { name: "Invite" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("ines was created, but no e-mail was sent: the realm has no mail server").waitFor();
  await page.getByRole("heading", { name: "ines", level: 1 }).waitFor();
  await page.getByText("Invited, not here yet").waitFor();
  assert.equal((await userAccount("ines")).invited, true);
});

screen("admin removes a user", "ada", "accounts", async (page) => {
  await page.getByRole("textbox", { name: "Find users by name" }).fill("ivan");
  await chooseAction(page, "ivan", "Remove user");
  const dialog = page.getByRole("dialog", { name: "Remove ivan?" });
  const remove = dialog.getByRole("button", { name: "Remove user" });
  assert.ok(await remove.isDisabled());
  await dialog.getByLabel("Type ivan to confirm").fill("ivan");
  await dialog.getByLabel("Reason").fill("left the company");
  await remove.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await assert.rejects(userAccount("ivan"), { status: 404 });
}, { before: () => invited("ivan") });

screen("admin unlocks a user", "ada", "accounts/user:lena", async (page) => {
  await page.getByText("Locked after too many failed logins").waitFor();
  await page.getByRole("button", { name: "Unlock user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Unlock user" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Active", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Unlock user" }).count(), 0);
  assert.equal((await userAccount("lena")).locked, false);
}, { before: () => lockOut("lena") });

screen("admin takes an invitation back", "ada", "accounts/user:ilse", async (page) => {
  await page.getByRole("button", { name: "Take invitation back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take invitation back" }).click();
  await page.getByRole("heading", { name: "Accounts & Access", level: 1 }).waitFor();
  await assert.rejects(userAccount("ilse"), { status: 404 });
}, { before: () => invited("ilse") });

screen("admin creates a service account", "ada", "accounts?tab=service-account", async (page) => {
  await page.getByRole("button", { name: "Create service account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("scheduler");
  await dialog.getByRole("button", { name: "Create" }).click();
  assert.match(await page.getByRole("textbox", { name: "API key" }).inputValue(), /^fsk_/);
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("heading", { name: "scheduler", level: 1 }).waitFor();
});

screen("admin deactivates a service account, and deletes it then", "ada", "accounts?tab=service-account", async (page) => {
  await page.getByRole("textbox", { name: "Find service accounts by name" }).fill("old-pipeline");
  await page.getByRole("button", { name: "Actions on old-pipeline" }).click();
  assert.ok(await page.getByRole("menuitem", { name: "Delete" }).isDisabled());
  await page.getByRole("menuitem", { name: "Deactivate", exact: true }).click();
  await confirm(page, "Deactivate");
  await page.getByRole("row", { name: /old-pipeline/ }).getByText("Deactivated").waitFor();
  await chooseAction(page, "old-pipeline", "Delete");
  await confirm(page, "Delete");
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
}, { before: async () => void (await serviceAccount("old-pipeline")) });

screen("admin sees all roles that a user has, and where they come from", "ada", "accounts/user:rosa", async (page) => {
  await rowOf(page, "fraud-crowd").getByText("By the group").waitFor();
  await rowOf(page, "fraud/payments").getByText("Direct").waitFor();
  await rowOf(page, "fraud-crowd").getByRole("link", { name: "/teams/risk" }).click();
  await page.getByRole("heading", { name: "/teams/risk", level: 1 }).waitFor();
  await page.getByRole("grid", { name: "Members" }).getByText("rosa").waitFor();
}, {
  before: async () => {
    await give("group:/teams/risk", "fraud-crowd", "viewer");
    await give("user:rosa", "fraud/payments", "operator");
  },
});

for (const [what, page, holder] of [
  ["a user", "accounts/user:gail", "user:gail"],
  ["a service account", "accounts/service-account:sorter", "service-account:sorter"],
] as const) {
  screen(`admin adds ${what} to a workspace`, "ada", page, (shown) => assign(shown, holder), { before: () => give(holder, "fraud") });
  screen(`admin changes the workspace role of ${what}, and takes it by the role none`, "ada", page, (shown) => change(shown, holder), {
    before: () => give(holder, "fraud", "viewer"),
  });
}

async function assign(page: Page, holder: string): Promise<void> {
  await page.getByRole("button", { name: "Assign access" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("fraud");
  await dialog.getByRole("menuitem", { name: /^fraud\s*Workspace/ }).click();
  await dialog.getByRole("radio", { name: "Consumer", exact: true }).check();
  await dialog.getByRole("button", { name: "Assign access" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, "fraud").getByText("Consumer").waitFor();
  assert.deepEqual(await givenTo(holder, "fraud"), ["consumer"]);
}

screen("admin finds whatever lies in a workspace to give a role on it", "ada", "accounts/service-account:loader", async (page) => {
  await page.getByRole("button", { name: "Assign access" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("trans");
  await dialog.getByRole("menuitem", { name: /^fraud\/payments\/transactions\s*Feature set/ }).waitFor();
  assert.equal(await dialog.getByRole("menuitem").count(), 1);
  await dialog.getByRole("textbox").first().fill("vault");
  await dialog.getByRole("menuitem", { name: "Nothing found" }).waitFor();
  await dialog.getByRole("textbox").first().fill("paym");
  await dialog.getByRole("menuitem", { name: /^fraud\/payments\s*Project/ }).click();
  await dialog.getByRole("radio", { name: "Operator", exact: true }).check();
  await dialog.getByRole("button", { name: "Assign access" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, "fraud/payments").getByText("Operator").waitFor();
}, { before: () => give("service-account:loader", "fraud/payments") });

async function change(page: Page, holder: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [role, left] of [["Operator", ["operator"]], ["None", []]] as const) {
    await rowOf(page, "fraud").getByRole("button").click();
    await page.getByRole("menuitem", { name: "Change access" }).click();
    await dialog.getByRole("radio", { name: role, exact: true }).check();
    await dialog.getByRole("button", { name: "Change access" }).click();
    await dialog.waitFor({ state: "detached" });
    if (left.length > 0) await rowOf(page, "fraud").getByText(role).waitFor();
    else await rowOf(page, "fraud").waitFor({ state: "detached" });
    assert.deepEqual(await givenTo(holder, "fraud"), left);
  }
}

screen("admin gives and takes a role on all workspaces", "ada", "accounts/user:hugo", async (page) => {
  await page.getByRole("button", { name: "Assign access" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("menuitem", { name: /^All workspaces/ }).click();
  await dialog.getByRole("radio", { name: "Viewer", exact: true }).check();
  await dialog.getByRole("button", { name: "Assign access" }).click();
  await dialog.waitFor({ state: "detached" });
  const row = rowOf(page, "All workspaces");
  await row.getByText("Viewer").waitFor();
  assert.deepEqual(await onAll("user:hugo"), ["viewer"]);
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await confirm(page, "Remove");
  await page.getByRole("heading", { name: "No role anywhere" }).waitFor();
  assert.deepEqual(await onAll("user:hugo"), []);
});

async function onAll(principal: string): Promise<string[]> {
  const { items } = (await as("ada").get(grantsRoute("*"), { max: 500 })) as { items: { principal: string; role: string }[] };
  return items.filter((grant) => grant.principal === principal).map(({ role }) => role);
}

screen("admin changes an account type", "ada", "accounts/user:gina", async (page) => {
  await page.getByRole("button", { name: "Change account type" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Administrator" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Administrator", { exact: true }).waitFor();
  assert.equal((await userAccount("gina")).accountType, "admin");
}, { before: () => invited("gina") });

screen("admin makes a group, adds a member, and deletes it", "ada", "accounts?tab=group", async (page) => {
  await page.getByRole("button", { name: "Create group" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("analysts");
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("link", { name: "/analysts" }).click();
  await page.getByRole("heading", { name: "Nobody is in exactly this group" }).waitFor();
  await page.getByRole("button", { name: "Add member" }).click();
  await dialog.getByRole("textbox").first().fill("stan");
  await dialog.getByRole("menuitem", { name: "stan" }).click();
  await dialog.getByRole("button", { name: "Add member" }).click();
  await page.getByRole("grid", { name: "Members" }).getByText("stan").waitFor();
  await page.getByRole("gridcell", { name: "added by hand", exact: true }).waitFor();
  await chooseAction(page, "/analysts", "Delete group");
  await dialog.getByLabel("Type analysts to confirm").fill("analysts");
  await dialog.getByRole("button", { name: "Delete group" }).click();
  await page.getByRole("heading", { name: "Accounts & Access", level: 1 }).waitFor();
  await assert.rejects(as("ada").get(route("/groups/{id}", { id: "group:/analysts" })), { status: 404 });
});

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
  await rowOf(page, "fraud/payments").first().getByText("Role given").waitFor();
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

function userAccount(name: string) {
  return as("ada").get(route("/users/{ref}", { ref: `user:${name}` }));
}

async function chooseAction(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions on ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function confirm(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

function rowOf(page: Page, place: string): Locator {
  return page.getByRole("row").filter({ has: page.getByText(place, { exact: true }) });
}
