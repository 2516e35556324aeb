import assert from "node:assert/strict";
import { route } from "../../main/web/api/routes";
import { as } from "./api";
import { screen } from "./stage";

screen("admin tries the rules of an identity provider, changes them, and tries them again", "ada", "rules", async (page) => {
  await page.getByRole("link", { name: "The Company" }).click();
  await page.getByRole("heading", { name: "Group rules of company", level: 1 }).waitFor();
  await page.getByText("department is risk → /teams/risk").waitFor();
  await page.getByLabel("Attributes").fill("department=risk\nnonsense");
  assert.ok(await page.getByRole("button", { name: "Try", exact: true }).isDisabled());
  await page.getByLabel("Attributes").fill("department=risk");
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await page.getByText("Groups gained").waitFor();
  await page.getByRole("listitem").filter({ hasText: /^\/teams\/risk$/ }).waitFor();

  await page.getByRole("button", { name: "Edit rules" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Rules" }).fill("[{}");
  assert.ok(await dialog.getByRole("button", { name: "Save" }).isDisabled());
  await dialog.getByRole("textbox", { name: "Rules" }).fill('[{"conditions": [], "groups": ["/teams/risk"]}]');
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("conditions").last().waitFor();
  await dialog.getByText("This was refused").waitFor();
  await dialog.getByRole("textbox", { name: "Rules" }).fill("[]");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("No rule: nobody gets a group.").waitFor();
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await page.getByText("Such a login changes nothing.").waitFor();
  const { items } = await as("ada").get(route("/identity-providers/{alias}/rules", { alias: "company" }));
  assert.deepEqual(items.map(({ rules }) => rules), [[]]);
});
