import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ApiProblem } from "../../main/web/api/problem";
import { nodeRoute } from "../../main/web/api/routes";
import type { Role } from "../../main/web/api/types";
import { as, give, givenTo } from "./api";
import { focused, tabTo } from "./keyboard";
import { screen, settled } from "./stage";

/**
 * The tasks of the Permissions screen, each by who may do it and by who may not. Every task has principals of its own, so that none
 * finds what another left.
 */
interface Principal {
  tab: string;
  add: string;
  prefix: string;
}

const USERS: Principal = { tab: "Users", add: "Add user", prefix: "user:" };
const SERVICE_ACCOUNTS: Principal = { tab: "Service accounts", add: "Add service account", prefix: "service-account:" };

const PAGE = "permissions/fraud";

const DONE = { addition: "added", removal: "removed", change: "changed" } as const;
type Task = keyof typeof DONE;

for (const [kind, subjects] of [
  [USERS, { added: "anna", removed: "ben", changed: "cleo" }],
  [SERVICE_ACCOUNTS, { added: "scorer", removed: "trainer", changed: "loader" }],
] as const) {
  const what = kind === USERS ? "a user" : "a service account";
  const having = (name: string, role?: Role) => ({ before: () => give(kind.prefix + name, "fraud", role) });
  const { added, removed, changed } = subjects;
  for (const [who, role] of [["olga", "owner"], ["ada", "admin"]] as const) {
    screen(`${role} adds ${what}`, who, PAGE, (page) => add(page, kind, added), having(added));
    screen(`${role} changes the role of ${what}`, who, PAGE, (page) => change(page, kind, changed), having(changed, "consumer"));
    screen(`${role} removes ${what}`, who, PAGE, (page) => remove(page, kind, removed), having(removed, "viewer"));
  }
  screen(`owner removes ${what} by the role none`, "olga", PAGE, (page) => removeByNone(page, kind, removed), having(removed, "viewer"));
  for (const task of ["addition", "removal", "change"] as const) {
    const name = subjects[DONE[task]];
    screen(`viewer is offered no ${task} of ${what} and refused one`, "vic", PAGE, (page) => offersNo(page, kind, task, name), having(changed, "viewer"));
    screen(`outsider neither sees the page nor may make the ${task} of ${what}`, "bob", PAGE, (page) => isMissing(page, kind, task, name));
  }
}

async function add(page: Page, kind: Principal, name: string): Promise<void> {
  await openDialog(page, kind, kind.add);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill(name.toUpperCase());
  await dialog.getByRole("menuitem", { name, exact: true }).click();
  await dialog.getByRole("radio", { name: "Consumer", exact: true }).check();
  await dialog.getByLabel("Ends").fill("2090-01-02T10:00");
  await dialog.getByLabel("Reason").fill("trains a model");
  await dialog.getByText(`${name} gains:`).waitFor();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const row = rowOf(page, name);
  await row.getByText("Consumer · given here · until").waitFor();
  assert.deepEqual(await givenTo(kind.prefix + name, "fraud"), ["consumer"]);
  const { items } = (await as("olga").get(nodeRoute("fraud", "/grants"), { max: 500 })) as { items: { principal: string; reason?: string }[] };
  assert.equal(items.find((grant) => grant.principal === kind.prefix + name)?.reason, "trains a model");
}

async function change(page: Page, kind: Principal, name: string): Promise<void> {
  await openDialog(page, kind, `Change access of ${name}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Operator", exact: true }).check();
  await dialog.getByText(`${name} gains: trigger-jobs, manage-jobs`).waitFor();
  await dialog.getByText(`${name} loses: read-online, read-offline`).waitFor();
  await dialog.getByRole("button", { name: "Change access" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, name).getByText("Operator · given here").waitFor();
  assert.deepEqual(await givenTo(kind.prefix + name, "fraud"), ["operator"]);
}

async function removeByNone(page: Page, kind: Principal, name: string): Promise<void> {
  await openDialog(page, kind, `Change access of ${name}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "None" }).check();
  await dialog.getByText(`${name} loses: view, view-access, plan, restore`).waitFor();
  await dialog.getByRole("button", { name: "Change access" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, name).waitFor({ state: "detached" });
  assert.deepEqual(await givenTo(kind.prefix + name, "fraud"), []);
}

async function remove(page: Page, kind: Principal, name: string): Promise<void> {
  await openDialog(page, kind, `Remove access of ${name}`);
  const dialog = page.getByRole("dialog", { name: `Remove access of ${name}?` });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, name).waitFor({ state: "detached" });
  assert.deepEqual(await givenTo(kind.prefix + name, "fraud"), []);
}

const BUTTONS: Record<Task, RegExp> = { addition: /^Add/, removal: /^Remove/, change: /^Change/ };

async function offersNo(page: Page, kind: Principal, task: Task, name: string): Promise<void> {
  await openTab(page, kind);
  await page.getByRole("row").nth(1).waitFor();
  assert.equal(await page.getByRole("button", { name: BUTTONS[task] }).count(), 0);
  await assert.rejects(attempt("vic", kind, task, name), { status: 403, code: "forbidden" });
}

async function isMissing(page: Page, kind: Principal, task: Task, name: string): Promise<void> {
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  assert.ok(!(await page.locator("#fa-main").innerText()).includes("olga"));
  await assert.rejects(attempt("bob", kind, task, name), { status: 404, code: "no-such-node" });
}

/** What the page does not offer, asked of the API. */
function attempt(who: string, kind: Principal, task: Task, name: string): Promise<unknown> {
  const principal = kind.prefix + name;
  return task === "removal"
    ? as(who).delete(nodeRoute("fraud", "/grants"), { principal: [principal] })
    : as(who).put(nodeRoute("fraud", "/grants"), { principal, role: "viewer", replace: task === "change" });
}

async function openTab(page: Page, kind: Principal): Promise<void> {
  await page.getByRole("tab", { name: kind.tab }).click();
}

async function openDialog(page: Page, kind: Principal, button: string): Promise<void> {
  await openTab(page, kind);
  await page.getByRole("button", { name: button }).click();
}

function rowOf(page: Page, name: string) {
  return page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });
}

screen("groups have a tab of their own, and what they give says so", "olga", PAGE, async (page) => {
  await page.getByRole("tab", { name: "Groups" }).click();
  await rowOf(page, "/teams/risk").getByText("Viewer · given here").waitFor();
  await page.getByRole("tab", { name: "Users" }).click();
  await rowOf(page, "rosa").getByText("Viewer · given here to the group /teams/risk").waitFor();
  assert.equal(await page.getByRole("button", { name: "Remove access of rosa" }).count(), 0);
}, { before: () => give("group:/teams/risk", "fraud", "viewer") });

screen("a role that sleeps says why", "olga", "permissions/fraud/payments/transactions", async (page) => {
  await rowOf(page, "dora").getByText("does not count: the role on the project is missing").waitFor();
}, {
  before: async () => {
    await give("user:dora", "fraud/payments", "consumer");
    await give("user:dora", "fraud/payments/transactions", "consumer");
    await give("user:dora", "fraud/payments");
  },
});

screen("a refusal stands in the dialog in the API's words", "olga", PAGE, async (page) => {
  await page.getByRole("button", { name: "Remove access of olga" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Remove" }).click();
  const words = await as("olga")
    .delete(nodeRoute("fraud", "/grants"), { principal: ["user:olga"] })
    .then(() => assert.fail("the last owner is gone"), (error) => ApiProblem.from(error));
  assert.equal(words.code, "last-owner");
  await dialog.getByText(words.detail).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });
});

screen("a list is searched on the server and read by pages", "olga", "permissions/fraud-crowd", async (page) => {
  const asked: URL[] = [];
  page.on("request", (request) => request.url().includes("/access?") && asked.push(new URL(request.url())));
  await settled(page);
  await page.reload();
  await page.getByRole("row").nth(25).waitFor();
  assert.equal(await page.getByRole("row").count(), 26, "a head and 25");
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("row").nth(26).waitFor();
  await page.getByRole("textbox", { name: "Find users by name" }).fill("CROWD-0007");
  await page.getByRole("row").nth(2).waitFor({ state: "detached" });
  await rowOf(page, "crowd-0007").waitFor();
  assert.ok(asked.every((url) => Number(url.searchParams.get("max")) <= 51), String(asked));
  assert.equal(asked.at(-1)?.searchParams.get("search"), "CROWD-0007");
});

screen("a user is added by keyboard alone", "olga", PAGE, async (page) => {
  await settled(page);
  await tabTo(page, "Add user");
  await page.keyboard.press("Enter");
  await tabTo(page, "Part of a user name");
  await page.keyboard.type("emil");
  await page.getByRole("menuitem", { name: "emil" }).waitFor();
  await tabTo(page, "emil");
  await page.keyboard.press("Enter");
  await tabTo(page, "Owner");
  for (let down = 0; down < 5; down++) await page.keyboard.press("ArrowDown");
  await page.getByText("emil gains:").waitFor();
  await tabTo(page, "Add");
  await page.keyboard.press("Enter");
  await rowOf(page, "emil").getByText("Viewer · given here").waitFor();
  assert.deepEqual(await givenTo("user:emil", "fraud"), ["viewer"]);
}, { before: () => give("user:emil", "fraud") });

screen("an admin who would make somebody owner of what is secret is asked why", "ada", PAGE, async (page) => {
  await page.getByRole("button", { name: "Add user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("dora");
  await dialog.getByRole("menuitem", { name: "dora" }).click();
  await dialog.getByRole("radio", { name: "Owner" }).check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByLabel("Break-glass reason").fill("the owner has left");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, "dora").getByText("Owner · given here").waitFor();
  await give("user:dora", "fraud");
});

screen("a user is added on a phone", "olga", PAGE, (page) => add(page, USERS, "emil"), {
  look: "phone",
  before: () => give("user:emil", "fraud"),
});

screen("a user is added in German", "olga", PAGE, async (page) => {
  await page.getByRole("button", { name: "Benutzer hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Benutzer hinzufügen" });
  await dialog.getByRole("textbox", { name: "Teil eines Benutzernamens" }).fill("dora");
  await dialog.getByRole("menuitem", { name: "dora" }).click();
  await dialog.getByRole("radio", { name: "Leser sensibler Werte" }).check();
  await dialog.getByText("dora bekommt: view").waitFor();
  await dialog.getByRole("button", { name: "Hinzufügen", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await rowOf(page, "dora").getByText("Leser sensibler Werte · hier vergeben").waitFor();
  await give("user:dora", "fraud");
}, { look: "german", before: () => give("user:dora", "fraud") });

screen("escape leaves a dialog, and the focus is where it was", "olga", PAGE, async (page) => {
  await settled(page);
  await tabTo(page, "Add user");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await focused(page), "Add user");
});
