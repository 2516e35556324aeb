import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { route } from "../../main/web/api/routes";
import type { Rule } from "../../main/web/rules/types";
import { as } from "./api";
import { tabTo } from "./keyboard";
import { picture, screen } from "./stage";

const PAGE = "rules/company";
const AT_FIRST: Rule[] = [{ conditions: [{ attribute: "department", match: "exact", value: "risk" }], groups: ["/teams/risk"] }];

screen("admin finds the rules of an identity provider, and tries what is saved", "ada", "rules", async (page) => {
  await page.getByRole("link", { name: "The Company" }).click();
  await page.getByRole("heading", { name: "Group rules of company", level: 1 }).waitFor();
  await page.getByText("department is risk → /teams/risk").waitFor();
  await page.getByLabel("Attributes").fill("department=risk\nnonsense");
  assert.ok(await page.getByRole("button", { name: "Try", exact: true }).isDisabled());
  await tryWith(page, "department=risk");
  await page.getByRole("listitem").filter({ hasText: /^\/teams\/risk$/ }).waitFor();
}, { before: () => saved(AT_FIRST) });

screen("admin writes rules in a form, tries them unsaved beside it, and saves them", "ada", PAGE, async (page) => {
  const form = await edited(page);
  await form.getByRole("button", { name: "Add rule" }).click();
  const second = form.getByRole("group", { name: "Rule 2", exact: true });
  await field(second, "Attribute").fill("entitlements");
  await second.getByLabel("Compared").selectOption("is like");
  await field(second, "Value").fill("team-*");
  await field(second, "Group 1").fill("/teams/$1");
  await second.getByLabel("Create groups that are missing").check();
  await second.getByRole("button", { name: "Add group" }).click();
  await field(second, "Group 2").fill("/teams/all");

  await tryWith(page, "entitlements=team-cards");
  await page.getByText("Only now: /teams/all, /teams/cards").waitFor();
  await second.getByRole("button", { name: "Remove group 2" }).click();
  await page.getByText("The rules have changed since. Try again.").waitFor();
  await tryWith(page, "entitlements=team-cards");
  await page.getByText("Only now: /teams/cards").waitFor();
  await page.getByRole("heading", { name: "Group rules of company" }).scrollIntoViewIfNeeded();
  await picture(page, "rules-tried-light");
  assert.deepEqual(await rules(), AT_FIRST, "to try saves nothing");

  await field(form, "Reason").fill("teams name themselves");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("entitlements is like team-* → /teams/$1 (groups that are missing are created)").waitFor();
  assert.deepEqual(await rules(), [
    ...AT_FIRST,
    { conditions: [{ attribute: "entitlements", match: "glob", value: "team-*" }], groups: ["/teams/$1"], createMissing: true },
  ]);
  const { items } = await as("ada").get(route("/audit"), { change: "rules-changed", max: 1 } as object);
  assert.equal(items[0]?.reason, "teams name themselves");
}, { before: () => saved(AT_FIRST) });

screen("what the API says against a rule stands at its field, whether it is saved or tried", "ada", PAGE, async (page) => {
  const form = await edited(page);
  await form.getByRole("button", { name: "Add rule" }).click();
  const second = form.getByRole("group", { name: "Rule 2", exact: true });
  await field(second, "Attribute").fill("entitlements");
  await second.getByLabel("Compared").selectOption("matches");
  await field(second, "Value").fill("team-(");
  await field(second, "Group 1").fill("teams");
  await form.getByRole("button", { name: "Save" }).click();
  await wrong(second, "Value", /without look-around/);
  await field(second, "Value").fill("team-(.*)");
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await wrong(second, "Group 1", /it is the path of a group/);
  await field(second, "Group 1").fill("/teams/$2");
  await form.getByRole("button", { name: "Save" }).click();
  await wrong(second, "Group 1", /captures up to \$1/);
  await form.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Edit rules" }).waitFor();
  assert.deepEqual(await rules(), AT_FIRST);
}, { before: () => saved(AT_FIRST) });

screen("who likes JSON better edits rules as JSON, and comes back to the form with nothing lost", "ada", PAGE, async (page) => {
  const form = await edited(page);
  await form.getByRole("button", { name: "JSON" }).click();
  const text = form.getByRole("textbox", { name: "Rules" });
  assert.deepEqual(JSON.parse(await text.inputValue()), AT_FIRST);
  await text.fill("[{}");
  assert.ok(await form.getByRole("button", { name: "Save" }).isDisabled());
  assert.ok(await form.getByRole("button", { name: "Form" }).isDisabled());
  await text.fill('[{"conditions": [], "groups": ["/teams/risk"]}]');
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("This was refused").waitFor();
  await form.getByRole("button", { name: "Form" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByRole("group", { name: "Rule 1", exact: true }).getByText(/at least one/).waitFor();
  await form.getByRole("button", { name: "Remove rule 1" }).click();
  await form.getByText("No rule: nobody gets a group.").waitFor();
  await tryWith(page, "department=risk");
  await page.getByText("No more: /teams/risk").waitFor();
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Edit rules" }).waitFor();
  assert.deepEqual(await rules(), []);
}, { before: () => saved(AT_FIRST) });

screen("a rule is written by keyboard alone", "ada", PAGE, async (page) => {
  await page.getByRole("button", { name: "Edit rules" }).waitFor();
  await tabTo(page, "Edit rules");
  await page.keyboard.press("Enter");
  await tabTo(page, "Add rule");
  await page.keyboard.press("Enter");
  await page.keyboard.type("division");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("cards");
  await tabTo(page, "Group 1");
  await page.keyboard.type("/teams/risk");
  await page.keyboard.press("Enter");
  await page.getByText("division is cards → /teams/risk").waitFor();
}, { before: () => saved([]) });

screen("a rule is written on a phone", "ada", PAGE, async (page) => {
  const form = await edited(page);
  await field(form, "Value").fill("cards");
  await form.getByLabel("Capitals do not matter").check();
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("department is cards (whatever the case) → /teams/risk").waitFor();
}, { look: "phone", before: () => saved(AT_FIRST) });

screen("rules that reach a group which owns what an admin does not need a break-glass reason", "ada", PAGE, async (page) => {
  const form = await edited(page);
  await field(form, "Group 1").fill("/keepers");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByLabel("Break-glass reason").fill("Prüfung der Gruppen");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("department is risk → /keepers").waitFor();
}, { before: () => saved(AT_FIRST) });

/** Opens the form of the only mapper. */
async function edited(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Edit rules" }).click();
  return page.getByRole("form", { name: "Edit rules of teams" });
}

function field(of: Locator, name: string): Locator {
  return of.getByRole("textbox", { name, exact: true });
}

async function tryWith(page: Page, attributes: string): Promise<void> {
  await page.getByLabel("Attributes").fill(attributes);
  await page.getByRole("button", { name: "Try", exact: true }).click();
}

/** Waits until a field of a rule is marked, has the focus, and says why. */
async function wrong(rule: Locator, name: string, why: RegExp): Promise<void> {
  await rule.getByText(why).waitFor();
  const marked = field(rule, name).and(rule.page().locator("[aria-invalid=true]:focus"));
  await marked.waitFor();
  const said = await marked.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent);
  assert.match(said ?? "", why);
}

async function rules(): Promise<Rule[] | undefined> {
  const { items } = await as("ada").get(route("/identity-providers/{alias}/rules", { alias: "company" }));
  return items[0]?.rules;
}

async function saved(wanted: Rule[]): Promise<void> {
  await as("ada").put(route("/identity-providers/{alias}/rules/{mapper}", { alias: "company", mapper: "teams" }), { rules: wanted });
}
