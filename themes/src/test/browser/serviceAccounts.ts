import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { route } from "../../main/web/api/routes";
import { as, give } from "./api";
import { findings } from "./axe";
import { tokenOf } from "./people";
import { screen } from "./stage";

screen("anybody makes a service account, is shown its key once, and makes and stops others", "nora", "service-accounts", async (page) => {
  await page.getByRole("heading", { name: "No service account yet" }).waitFor();
  await page.getByRole("button", { name: "Create service account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("nightly training");
  await dialog.getByRole("button", { name: "Create" }).click();
  const first = await storedKey(page);
  await page.getByRole("heading", { name: "nightly training", level: 1 }).waitFor();
  assert.ok(!(await page.content()).includes(first), "the key is shown once");
  const clientId = await page.getByText(/^sa-/).first().innerText();
  assert.equal(await answer(clientId, first), 200);

  await page.getByRole("button", { name: "Create API key" }).click();
  await dialog.getByLabel("Name").fill("cluster two");
  await dialog.getByRole("button", { name: "Create" }).click();
  const second = await storedKey(page);
  assert.notEqual(second, first);
  await act(page, "first", "Deactivate");
  await page.getByRole("row", { name: /first/ }).getByText("Deactivated").waitFor();
  assert.deepEqual([await answer(clientId, first), await answer(clientId, second)], [401, 200]);
  await act(page, "first", "Delete");
  await page.getByRole("row", { name: /first/ }).waitFor({ state: "detached" });

  await page.reload();
  await page.getByRole("row", { name: /cluster two/ }).waitFor();
  assert.ok(!(await page.content()).includes(second), "the key is shown once");
});

/** Copies the key that is shown, and puts it away. */
async function storedKey(page: Page): Promise<string> {
  const dialog = page.getByRole("dialog", { name: "Your new API key" });
  const key = await dialog.getByRole("textbox", { name: "API key" }).inputValue();
  assert.match(key, /^fsk_[0-9a-f]{24}_[0-9a-f]{64}$/);
  await dialog.getByRole("button", { name: /^Copy/ }).waitFor();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await dialog.waitFor({ state: "detached" });
  return key;
}

async function act(page: Page, key: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions on ${key}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: action }).click();
  await dialog.waitFor({ state: "detached" });
}

async function answer(clientId: string, key: string): Promise<number> {
  return (await tokenOf({ grant_type: "client_credentials", client_id: clientId, client_secret: key })).status;
}

screen("whoever made a service account reads what it holds, also where they see nothing", "paul", "service-accounts", async (page) => {
  await page.getByRole("link", { name: "loader of all" }).click();
  const roles = page.getByRole("grid", { name: "Roles" });
  await roles.getByRole("row", { name: /^fraud-crowd Viewer Direct · given by olga/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Assign access" }).count(), 0);
  assert.deepEqual(await findings(page), []);
}, {
  before: async () => {
    const { reference } = await as("paul").post(route("/service-accounts"), { name: "loader of all" });
    await give(reference, "fraud-crowd", "viewer");
  },
});

screen("another's service account is no page of mine", "bob", "service-accounts/00000000-0000-0000-0000-000000000000", async (page) => {
  await page.getByRole("heading", { name: "Nothing is here for you" }).waitFor();
});
