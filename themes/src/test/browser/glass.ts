import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { route } from "../../main/web/api/routes";
import { as, give } from "./api";
import { findings } from "./axe";
import { picture, screen, settled } from "./stage";

const ON = "You are looking at what is secret";

screen("an admin who has to looks at a secret node for a reason, is told so, and stops by leaving", "ada", "explore/fraud/vault", async (page) => {
  const asked = headers(page);
  await look(page, "a complaint about vault");
  await page.getByRole("heading", { name: "vault", level: 1 }).waitFor();
  await page.getByText(ON).waitFor();
  await page.getByText("with your reason: a complaint about vault").waitFor();
  await picture(page, "looking-light");
  assert.deepEqual(await findings(page), []);
  assert.equal(await page.getByRole("button", { name: /^(Edit|Delete|Create|Register|Ask)/ }).count(), 0, "the glass opens a look, and no change");
  await page.getByRole("button", { name: "Permissions" }).click();
  await page.getByRole("heading", { name: "Permissions of vault" }).waitFor();
  await page.getByText("olga").first().waitFor();
  await page.getByText(ON).waitFor();
  await settled(page);
  assert.deepEqual(looks(asked).filter((url) => !url.includes("/projects/vault")), [], "nothing else is asked with the glass broken");

  asked.length = 0;
  await page.getByRole("link", { name: "Explore" }).first().click();
  await page.getByRole("heading", { name: "Explore", level: 1 }).waitFor();
  await page.getByText(ON).waitFor({ state: "detached" });
  await page.goBack();
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  await settled(page);
  assert.deepEqual(looks(asked), []);
  assert.ok((await reasons()).includes("a complaint about vault"));
});

screen("an admin stops looking by a button, and the next reason starts from the last", "ada", "explore/fraud", async (page) => {
  await page.getByRole("link", { name: "payments" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "vault" }).count(), 0);
  await look(page, "which projects are there?");
  await page.getByRole("link", { name: "vault" }).waitFor();
  await page.getByRole("button", { name: "Stop looking" }).click();
  await page.getByRole("link", { name: "vault" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Look at what is secret" }).click();
  assert.equal(await page.getByLabel("Break-glass reason").inputValue(), "which projects are there?");
  await page.getByLabel("Break-glass reason").fill("łatwo");
  assert.ok(await page.getByRole("button", { name: "Look", exact: true }).isDisabled());
  await page.getByText("Western European languages").waitFor();
});

screen("an admin reads the record of what is secret for a reason", "ada", "audit?node=fraud%2Fvault", async (page) => {
  await page.getByText(/Nothing on record|This was refused/).waitFor();
  await look(page, "audit of the vault, Prüfung");
  await page.getByRole("grid", { name: "Audit" }).getByText("fraud/vault", { exact: true }).first().waitFor();
  await page.getByText(ON).waitFor();
  assert.ok((await reasons()).includes("audit of the vault, Prüfung"));
});

screen("an admin finds secret nodes without an owner for a reason, and makes somebody owner above them", "ada", "orphans", async (page) => {
  await settled(page);
  assert.equal(await page.getByText("forgotten/hoard").count(), 0);
  await look(page, "who keeps the hoard?");
  const row = page.getByRole("row").filter({ has: page.getByText("forgotten/hoard") });
  await row.getByText("Secret. Make somebody owner above it:").waitFor();
  await row.getByRole("link", { name: "forgotten", exact: true }).click();
  await page.getByRole("heading", { name: "Permissions of forgotten" }).waitFor();
  await page.getByText(ON).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Add user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("olga");
  await dialog.getByRole("menuitem", { name: "olga" }).click();
  await dialog.getByRole("radio", { name: "Owner" }).check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByLabel("Break-glass reason").fill("its owner has left");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.goBack();
  await page.getByRole("heading", { name: "Orphaned nodes" }).waitFor();
  await look(page, "who keeps the hoard?");
  await settled(page);
  assert.equal(await page.getByText("forgotten/hoard").count(), 0);
});

screen("an admin sees the secret roles of somebody for a reason", "ada", "accounts/user:olga", async (page) => {
  await page.getByRole("row", { name: /fraud-crowd/ }).waitFor();
  assert.equal(await page.getByText("fraud/vault").count(), 0);
  await look(page, "what does olga own?");
  await page.getByRole("link", { name: "fraud/vault", exact: true }).waitFor();
}, { before: () => give("user:olga", "fraud/vault", "owner") });

screen("whoever is no admin is not offered to look", "bob", "explore/fraud/vault", async (page) => {
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Look at what is secret" }).count(), 0);
});

async function look(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Look at what is secret" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Break-glass reason").fill(reason);
  await dialog.getByRole("button", { name: "Look", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

interface Asked {
  url: string;
  glass?: string;
}

/** Every question to the API from now on. */
function headers(page: Page): Asked[] {
  const asked: Asked[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/feature-access/")) asked.push({ url: request.url(), glass: request.headers()["feature-access-break-glass"] });
  });
  return asked;
}

function looks(asked: Asked[]): string[] {
  return asked.filter(({ glass }) => glass !== undefined).map(({ url }) => url);
}

/** Why anyone looked at what is secret, as the record has it. */
async function reasons(): Promise<(string | undefined)[]> {
  const { items } = await as("ada").get(route("/audit"), { change: "break-glass", max: 100 } as object, { breakGlass: "the test looks it up" });
  return items.map(({ reason }) => reason);
}
