import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { nodeRoute, requestsRoute, route } from "../../main/web/api/routes";
import { as, give, givenTo } from "./api";
import { findings } from "./axe";
import { invited } from "./people";
import { address, logIn, newContext, screen } from "./stage";

const NODE = "fraud/payments/transactions";

test("the life of a request between two people in two browsers", async () => {
  await give("user:vic", "fraud", "viewer");
  const vic = await browserOf("vic", `explore/${NODE}`);
  const olga = await browserOf("olga", "requests?tab=answer");
  await olga.getByRole("heading", { name: "Nothing waits for your answer" }).waitFor();

  await ask(vic, "Consumer", "to train a model");
  await vic.getByText("Your request for transactions was sent").waitFor();
  await olga.reload();
  await rowOf(olga, "vic").getByText("to train a model").waitFor();
  await olga.getByRole("link", { name: "Requests 1" }).waitFor();
  await rowOf(olga, "vic").getByRole("button", { name: "Reject" }).click();
  await olga.getByRole("dialog").getByLabel("Reason").fill("which model?");
  await submit(olga, "Reject");
  await olga.getByRole("heading", { name: "Nothing waits for your answer" }).waitFor();
  await olga.getByRole("link", { name: "Requests", exact: true }).waitFor();

  await visit(vic, "requests");
  await inState(vic, "Rejected").getByText("which model?").waitFor();
  await choose(vic, inState(vic, "Rejected"), "Ask again");
  await vic.getByRole("dialog").getByLabel("Reason").fill("to train the card model");
  await submit(vic, "Send request");
  await choose(vic, inState(vic, "Waiting"), "Withdraw");
  await submit(vic, "Withdraw");
  await inState(vic, "Withdrawn").waitFor();

  await visit(vic, `explore/${NODE}`);
  await ask(vic, "Editor", "to train the card model");
  await visit(olga, "requests?tab=answer");
  await rowOf(olga, "vic").getByRole("button", { name: "Approve" }).click();
  const dialog = olga.getByRole("dialog");
  assert.equal(await dialog.getByRole("radio", { name: "Owner" }).count(), 0, "no stronger role is offered");
  await dialog.getByRole("radio", { name: "Consumer", exact: true }).check();
  await dialog.getByLabel("Ends").fill("2090-01-02T10:00");
  await dialog.getByLabel("Reason").fill("reading is enough");
  await dialog.getByRole("button", { name: "Approve" }).click();
  await dialog.getByText("This was refused").waitFor();
  await dialog.getByLabel("Role on the project").selectOption("Consumer");
  await submit(olga, "Approve");
  assert.deepEqual(await givenTo("user:vic", NODE), ["consumer"]);

  await visit(vic, "requests");
  await inState(vic, "Granted").getByText("reading is enough").waitFor();
  await inState(vic, "Granted").getByText("asked for: Editor").waitFor();
  await visit(vic, `explore/${NODE}`);
  await vic.getByText("read-online").waitFor();

  await visit(olga, "requests?tab=given");
  await olga.getByRole("combobox", { name: "Kind" }).selectOption("Feature set");
  await choose(olga, rowOf(olga, "vic").filter({ has: olga.getByRole("link", { name: NODE }) }), "Revoke");
  await olga.getByRole("dialog").getByLabel("Reason").fill("the project is over");
  await submit(olga, "Revoke");
  assert.deepEqual(await givenTo("user:vic", NODE), []);
  await visit(vic, "requests");
  await inState(vic, "Revoked").getByText("the project is over").waitFor();
  await give("user:vic", "fraud/payments");
  await Promise.all([vic.context().close(), olga.context().close()]);
});

screen("permissions are searched on the server, the newest or the oldest first", "olga", "requests?tab=given", async (page) => {
  const asked: URL[] = [];
  page.on("request", (request) => request.url().includes("/permissions?") && asked.push(new URL(request.url())));
  const rows = page.getByRole("grid", { name: "Given permissions" }).getByRole("row");
  await page.getByRole("textbox", { name: "Find by path or name" }).fill("OLAF");
  await rows.nth(3).waitFor({ state: "detached" });
  await rows.nth(1).getByText("olaf-second").waitFor();
  await page.getByRole("combobox", { name: "Order" }).selectOption("Oldest first");
  await rows.nth(1).getByText("olaf-first").waitFor();
  assert.ok(asked.every((url) => Number(url.searchParams.get("max")) <= 26), String(asked));
  await page.getByRole("textbox", { name: "Find by path or name" }).fill("nobody at all");
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  assert.deepEqual(await findings(page), []);
}, {
  before: async () => {
    for (const name of ["olaf-first", "olaf-second"]) {
      await invited(name);
      await give(`user:${name}`, "fraud/payments", "viewer");
    }
  },
});

screen("asking for what one has is refused in the API's words", "vic", "explore/fraud/payments", async (page) => {
  await page.getByRole("button", { name: "Ask for access to payments" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Viewer", exact: true }).check();
  await dialog.getByLabel("Reason").fill("again");
  await dialog.getByRole("button", { name: "Send request" }).click();
  const words = await as("vic")
    .post(requestsRoute("fraud/payments"), { role: "viewer", reason: "again" })
    .then(() => assert.fail("it was taken"), (error: { code: string; detail: string }) => error);
  assert.equal(words.code, "already-granted");
  await dialog.getByText(words.detail).waitFor();
}, { before: () => give("user:vic", "fraud", "viewer") });

screen("who owns a node is not asked to ask, and who sees a locked workspace by a role neither", "olga", "explore/fraud", async (page) => {
  await page.getByRole("heading", { name: "What I may do here, and why" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /Ask for access/ }).count(), 0);
  assert.equal((await as("olga").get(nodeRoute("fraud", ""))).locked, true);
});

screen("requests that wait are told beside the menu's entry", "olga", "explore", async (page) => {
  await page.getByRole("link", { name: "Requests 1" }).waitFor();
  const { items } = await as("olga").get(route("/requests"), { view: "manageable" });
  await Promise.all(items.map(({ id }) => as("olga").post(route("/requests/{id}/reject", { id }), {})));
}, {
  before: async () => {
    await as("vic").post(requestsRoute("fraud/payments"), { role: "operator", reason: "to run the jobs" });
  },
});

async function ask(page: Page, role: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Ask for access to transactions" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: role, exact: true }).check();
  await dialog.getByLabel("Reason").fill(reason);
  await submit(page, "Send request");
}

function inState(page: Page, state: string): Locator {
  return rowOf(page, NODE).filter({ has: page.getByText(state, { exact: true }) });
}

async function choose(page: Page, row: Locator, action: string): Promise<void> {
  await row.getByRole("button", { name: /^Actions on / }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function submit(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

async function browserOf(user: string, path: string): Promise<Page> {
  const page = await (await newContext()).newPage();
  await page.goto(address(path));
  await logIn(page, user);
  return page;
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(address(path));
}

function rowOf(page: Page, text: string): Locator {
  return page.getByRole("row").filter({ has: page.getByText(text, { exact: true }) });
}
