import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { nodeRoute, route } from "../../main/web/api/routes";
import { as, give } from "./api";
import { tabTo } from "./keyboard";
import { address, leaving, logIn, newContext, screen, settled } from "./stage";

screen("the tree opens down to feature sets, with roles and marks", "olga", "explore", async (page) => {
  await page.getByRole("button", { name: "Open fraud", exact: true }).click();
  const vault = page.getByRole("row", { name: /vault/ });
  await vault.getByText("Secret").waitFor();
  await vault.getByText("Owner").waitFor();
  await page.getByRole("button", { name: "Open payments" }).click();
  await page.getByRole("link", { name: "transactions" }).click();
  await page.getByRole("heading", { name: "transactions", level: 1 }).waitFor();
  assert.match(page.url(), /\/account\/explore\/fraud\/payments\/transactions$/);
  assert.match(await page.title(), /^transactions · /);
});

screen("who has a role below what they cannot see finds it all the same", "stan", "explore", async (page) => {
  await page.getByRole("tab", { name: "What I have a role on" }).click();
  await page.getByRole("link", { name: "payments" }).waitFor();
  await page.getByRole("button", { name: "Feature sets" }).click();
  await page.getByRole("link", { name: "payments" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "transactions" }).click();
  await page.getByText("Consumer · Consumer on fraud/payments").waitFor();
  await page.getByRole("link", { name: "Explore" }).first().click();
  await page.getByRole("heading", { name: "Explore", level: 1 }).waitFor();
}, { before: () => give("user:stan", "fraud/payments", "consumer") });

screen("what is secret is in nobody's tree but its owners'", "vic", "explore", async (page) => {
  await page.getByRole("button", { name: "Open fraud", exact: true }).click();
  await page.getByRole("link", { name: "payments" }).waitFor();
  await settled(page);
  assert.equal(await page.getByText("vault").count(), 0);
});

screen("a node says what I may do there and why, and who owns it", "vic", "explore/fraud/payments/transactions", async (page) => {
  await page.getByText("Viewer · Viewer on fraud").waitFor();
  await page.getByText("Per card: amounts and counts").waitFor();
  await page.getByText("card_number_hash").waitFor();
  const actions = page.getByRole("list", { name: "Actions" });
  assert.deepEqual(await actions.getByRole("listitem").allInnerTexts(), ["view", "view-access"]);
  await page.getByRole("definition").filter({ hasText: "olga" }).first().waitFor();
  assert.equal(await page.getByRole("button", { name: /Edit|Delete|Create/ }).count(), 0);
});

screen("who sees nothing is told what to do next", "bob", "explore", async (page) => {
  await page.getByRole("heading", { name: "Nothing is here yet" }).waitFor();
  await page.getByText("Ask the owner of one for a role, or create a development workspace").waitFor();
  await page.getByRole("button", { name: "Create workspace" }).waitFor();
});

screen("what is seen because it is not locked says so, and whom to ask", "bob", "explore/open", async (page) => {
  await page.getByText("You see this because it is not locked. You have no role here.").waitFor();
  await page.getByRole("definition").filter({ hasText: "olga" }).first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Permissions" }).count(), 0);
  await page.getByRole("link", { name: "Explore" }).first().click();
  await page.getByRole("row", { name: /open/ }).getByRole("button", { name: "Ask for access to open" }).waitFor();
}, {
  before: async () => {
    await as("olga").post(route("/workspaces"), { name: "open", kind: "dev", locked: false });
  },
});

screen("workspaces are searched on the server and read by pages", "olga", "explore", async (page) => {
  await page.getByRole("button", { name: "Show more" }).waitFor();
  assert.equal(await page.getByRole("row").count(), 27, "a head, 25 and what shows more");
  await page.getByRole("textbox", { name: "Find by name or path" }).fill("SHELF-2");
  await page.getByRole("link", { name: "shelf-29" }).waitFor();
  assert.equal(await page.getByRole("link", { name: /^shelf-2/ }).count(), 10);
  await page.getByRole("textbox", { name: "Find by name or path" }).fill("there is no such thing");
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await page.getByText("Try its first letters, or a path as fraud/pay").waitFor();
}, { before: thirtyShelves });

async function thirtyShelves(): Promise<void> {
  for (let n = 0; n < 30; n++) {
    await as("olga").post(route("/workspaces"), { name: `shelf-${String(n).padStart(2, "0")}`, kind: "dev" });
  }
}

screen("a search finds every kind, tells where it lies and what I am there, and opens it in place", "vic", "explore", async (page) => {
  const asked: URL[] = [];
  page.on("request", (request) => request.url().includes("/nodes?") && asked.push(new URL(request.url())));
  const search = page.getByRole("textbox", { name: "Find by name or path" });
  await search.pressSequentially("trans", { delay: 20 });
  const found = page.getByRole("treegrid", { name: "What was found" });
  const row = found.getByRole("row", { name: /^transactions/ });
  for (const told of ["fraud/payments/transactions", "Feature set", "Viewer"]) await row.getByText(told, { exact: true }).waitFor();
  assert.deepEqual(asked.map(({ search }) => search), ["?first=0&max=26&search=trans"], "typing is waited for, and a page is asked for");
  await search.fill("fraud/pay");
  await found.getByRole("row", { name: /^Open payments/ }).getByText("Project", { exact: true }).waitFor();
  assert.equal(await found.getByRole("row").count(), 3, "a head, the project, and what lies in it");
  await search.fill("paym");
  await found.getByRole("link", { name: "transactions" }).waitFor({ state: "detached" });
  await found.getByRole("button", { name: "Open payments" }).click();
  await found.getByRole("link", { name: "transactions" }).click();
  await page.getByRole("heading", { name: "transactions", level: 1 }).waitFor();
});

screen("a search finds nothing that is hidden", "vic", "explore", async (page) => {
  for (const hidden of ["vault", "keys", "fraud/vault"]) {
    await page.getByRole("textbox", { name: "Find by name or path" }).fill(hidden);
    await page.getByRole("status").getByText("0 found").waitFor();
    await page.getByRole("heading", { name: "Nothing found" }).waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("treegrid", { name: "Workspaces" }).waitFor();
  }
});

screen("an owner finds what is secret, by keyboard alone", "olga", "explore", async (page) => {
  await settled(page);
  await tabTo(page, "Find by name or path");
  await page.keyboard.type("vaul");
  await page.getByRole("row", { name: /^Open vault/ }).getByText("Secret").waitFor();
  await page.getByRole("status").getByText("1 found").waitFor();
  await tabTo(page, "Open vault");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "keys" }).waitFor();
  await tabTo(page, "keys");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "keys", level: 1 }).waitFor();
});

screen("an admin who looks for a reason finds what is secret until they leave", "ada", "explore", async (page) => {
  await page.getByRole("textbox", { name: "Find by name or path" }).fill("vaul");
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await page.getByRole("button", { name: "Look at what is secret" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("incident 12");
  await dialog.getByRole("button", { name: "Look", exact: true }).click();
  await page.getByRole("row", { name: /^Open vault/ }).getByText("Secret").waitFor();
  const { items } = await as("olga").get(route("/audit"), { node: "fraud/vault", change: "break-glass", max: 1 });
  assert.deepEqual([items[0]?.node, items[0]?.reason], ["fraud/vault", "incident 12"]);
});

screen("an outsider who types a secret node's address sees what everyone sees where nothing is", "bob", "explore/fraud/vault", async (page) => {
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  const hidden = await shown(page);
  await page.goto(address("explore/fraud/nothing"));
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  assert.equal(await shown(page), hidden);
});

/** The page's content without the running numbers that its components have. */
async function shown(page: Page): Promise<string> {
  return (await page.locator("#fa-main").innerHTML()).replaceAll(/ (id|data-ouia-component-id)="[^"]*"/g, "");
}

screen("an admin who is no owner does not see what is secret either", "ada", "permissions/fraud/vault", async (page) => {
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  assert.ok(!(await page.locator("#fa-main").innerText()).includes("vault"));
});

screen("somebody makes a workspace, a project and a feature set, edits and deletes them", "nora", "explore", async (page) => {
  await page.getByRole("button", { name: "Create workspace" }).click();
  const dialog = page.getByRole("dialog");
  assert.ok(await dialog.getByRole("radio", { name: "Live" }).isDisabled());
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Not A Name");
  assert.ok(await dialog.getByRole("button", { name: "Create" }).isDisabled());
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("nora-dev");
  await dialog.getByLabel("Display name").fill("Nora's own");
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "Nora's own", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Create project" }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("first");
  await dialog.getByLabel("Secret").check();
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "first", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Register feature set" }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("clicks");
  await dialog.getByLabel("Sensitive features").fill("ip\nagent");
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "clicks", level: 1 }).waitFor();
  await page.getByText("Sensitive: 2").waitFor();
  assert.deepEqual((await as("nora").get(nodeRoute("nora-dev/first/clicks", ""))).sensitiveFeatures, ["ip", "agent"]);
  await page.getByRole("link", { name: "nora-dev" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Description").fill("Where Nora tries things");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Where Nora tries things").waitFor();
  const made = await as("nora").get(nodeRoute("nora-dev", ""));
  assert.deepEqual([made.description, made.displayName, made.workspaceKind], ["Where Nora tries things", "Nora's own", "dev"]);
  await page.getByRole("button", { name: "Delete" }).click();
  const remove = dialog.getByRole("button", { name: "Delete" });
  assert.ok(await remove.isDisabled());
  await dialog.getByLabel("Type nora-dev to confirm").fill("nora-dev");
  await remove.click();
  await dialog.getByText("This was refused").waitFor();
  await dialog.getByLabel("Delete everything below it too").check();
  await remove.click();
  await page.getByRole("heading", { name: "Explore", level: 1 }).waitFor();
  await assert.rejects(as("nora").get(nodeRoute("nora-dev", "")), { status: 404 });
});

screen("who logs in next sees nothing of who was here before", "bob", "explore", async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(address("explore/fraud/vault"));
  await logIn(page, "olga");
  await page.getByRole("heading", { name: "vault", level: 1 }).waitFor();
  await page.getByTestId("options-toggle").click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.locator("#username").waitFor();
  await page.goto(address("explore/fraud/vault"));
  await logIn(page, "bob");
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  await page.goBack();
  await settled(page);
  assert.equal(await page.getByRole("heading", { name: "vault" }).count(), 0);
  await context.close();
});

screen("whose token cannot be renewed logs in again and comes back to the same page", "bob", "explore", async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address("explore/fraud"));
  await logIn(page, "olga");
  await page.getByRole("button", { name: "Open payments" }).waitFor();
  await page.route("**/protocol/openid-connect/token", (route) => route.fulfill({ status: 400, json: { error: "invalid_grant" } }), { times: 1 });
  await page.clock.fastForward("30:00");
  await leaving(page, () => page.getByRole("button", { name: "Open payments" }).click());
  await page.getByRole("button", { name: "Open payments" }).click();
  await page.getByRole("link", { name: "transactions" }).waitFor();
  assert.match(page.url(), /\/account\/explore\/fraud/);
  await context.close();
});
