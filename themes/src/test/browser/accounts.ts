import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { grantsRoute, route } from "../../main/web/api/routes";
import { as, give, givenTo } from "./api";
import { invited, lockOut, serviceAccount } from "./people";
import { screen } from "./stage";

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
