import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page, Route } from "playwright-core";
import { findings } from "./axe";
import { address, besides, type Look, picture, REALM, screen, settled } from "./stage";

interface Pictured {
  name: string;
  user: string;
  path: string;
  /** A button to press first, by its names in English and German. */
  press?: [string, string];
  /** What to type into the page's search. */
  search?: string;
}

/** Every page, and the dialogs that differ from others. */
const PAGES: readonly Pictured[] = [
  { name: "explore", user: "olga", path: "explore" },
  { name: "found", user: "olga", path: "explore", search: "fraud/" },
  { name: "found-nothing", user: "olga", path: "explore", search: "nowhere" },
  { name: "mine", user: "olga", path: "explore?tab=mine" },
  { name: "node", user: "olga", path: "explore/fraud/payments/transactions" },
  { name: "permissions", user: "olga", path: "permissions/fraud" },
  { name: "add-user", user: "olga", path: "permissions/fraud", press: ["Add user", "Benutzer hinzufügen"] },
  { name: "edit", user: "olga", path: "explore/fraud/payments", press: ["Edit", "Bearbeiten"] },
  { name: "accounts", user: "ada", path: "accounts" },
  { name: "account", user: "ada", path: "accounts/user:vic" },
  { name: "assign-access", user: "ada", path: "accounts/user:vic", press: ["Assign access", "Zugriff zuweisen"] },
  { name: "group", user: "ada", path: "accounts/group:/teams/risk" },
  { name: "service-accounts", user: "ada", path: "service-accounts" },
  { name: "requests", user: "olga", path: "requests?tab=given" },
  { name: "audit", user: "ada", path: "audit" },
  { name: "orphans", user: "ada", path: "orphans" },
  { name: "look", user: "ada", path: "orphans", press: ["Look at what is secret", "Geheimes ansehen"] },
  { name: "rules", user: "ada", path: "rules/company", press: ["Edit rules", "Regeln bearbeiten"] },
  { name: "missing", user: "olga", path: "explore/fraud/nothing" },
];

const LOOKS: readonly Look[] = ["light", "dark", "phone", "german"];

for (const pictured of PAGES) {
  for (const look of LOOKS) {
    screen(`${pictured.name}, ${look}: nothing is serious to axe, and nothing sticks out`, pictured.user, pictured.path, (page) => inspect(page, pictured, look), { look });
  }
}

async function inspect(page: Page, { name, press, search }: Pictured, look: Look): Promise<void> {
  if (search) {
    await page.locator("#fa-main").getByRole("textbox").fill(search);
    await page.getByRole("status").filter({ hasText: /\d/ }).waitFor({ state: "attached" });
  }
  if (press) await page.getByRole("button", { name: press[look === "german" ? 1 : 0], exact: true }).click();
  await settled(page);
  await picture(page, `${name}-${look}`);
  // In German a page is the one that was looked at already, with longer words.
  if (look !== "german") assert.deepEqual(await findings(page), []);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(width, 0, "the page is wider than its window");
  assert.equal(await page.evaluate(() => document.documentElement.lang), look === "german" ? "de" : "en");
  const dark = await page.evaluate(() => document.documentElement.classList.contains("pf-v5-theme-dark"));
  assert.equal(dark, look === "dark");
  const heading = await page.locator("#fa-main h1").first().innerText();
  assert.equal(await page.title(), `${heading} · ${REALM.slice(REALM.lastIndexOf("/") + 1)}`, "the browser's tab says what the page is");
  const untold = (await page.locator("body").innerText()).match(/\bfa\.[\w.-]+/g);
  assert.equal(untold, null, "texts that are in no bundle");
}

screen("Keycloak's own pages work", "stan", "", async (page) => {
  await page.getByLabel("First name").fill("Stanley");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your account has been updated.").waitFor();
  assert.match(await page.title(), /^Personal info · /);
  await page.getByRole("button", { name: "Account security" }).click();
  await page.getByRole("link", { name: "Signing in" }).click();
  await page.getByRole("heading", { name: "Basic authentication" }).waitFor();
  await page.getByRole("link", { name: "Device activity" }).click();
  await page.getByText("Current session").waitFor();
  await page.getByRole("link", { name: "Applications" }).click();
  await page.getByRole("button", { name: "Account Console" }).or(page.getByText("Account Console")).first().waitFor();
});

test("a page is there within two seconds", async () => {
  const page = await besides("olga");
  const times: number[] = [];
  for (let load = 0; load < 3; load++) {
    const begun = Date.now();
    await page.goto(address("explore/fraud/payments"));
    await page.getByRole("link", { name: "transactions" }).waitFor();
    times.push(Date.now() - begun);
  }
  await page.close();
  assert.ok(Math.min(...times) < 2000, String(times));
});

test("nothing jumps while a page is loading", async () => {
  const page = await besides("olga");
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) window.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["explore", "explore/fraud/payments", "permissions/fraud"]) {
    await page.goto(address(path));
    await page.locator("#fa-main").waitFor();
    await settled(page);
    const shifted = await page.evaluate(() => window.shifted);
    assert.ok(shifted < GOOD_SHIFT, `${path} shifted by ${shifted}`);
  }
  await page.close();
});

/** What browsers' makers call good. */
const GOOD_SHIFT = 0.1;

declare global {
  interface Window {
    shifted: number;
  }
}

test("a page never waits for more than two answers one after the other", async () => {
  const page = await besides("olga");
  const held: Route[] = [];
  let underWay = 0;
  let lastMoved = Infinity;
  await page.route(/\/realms\/[^/]+\/feature-access\//, (route) => {
    held.push(route);
    lastMoved = Date.now();
  });
  page.on("requestfinished", (request) => {
    if (!/\/realms\/[^/]+\/feature-access\//.test(request.url())) return;
    underWay--;
    lastMoved = Date.now();
  });
  for (const path of ["explore/fraud/payments", "permissions/fraud", "requests"]) {
    await page.goto(address(path));
    for (let answers = 0; answers < 2; answers++) {
      while (held.length === 0 || underWay > 0 || Date.now() - lastMoved < STILL) await sleep(50);
      underWay = held.length;
      await Promise.all(held.splice(0).map((route) => route.continue()));
    }
    while (underWay > 0 || Date.now() - lastMoved < STILL) await sleep(50);
    assert.deepEqual(held.map((route) => route.request().url()), [], path);
  }
  await page.close();
});

/** How long nothing has to move before all that can be asked for has been. */
const STILL = 500;

test("Keycloak's content security policy is what it is for its own theme, and no script of ours is inline", async () => {
  const [ours, stock] = await Promise.all([fetch(address("")), fetch(`${new URL(REALM).origin}/realms/master/account/`)]);
  assert.equal(ours.headers.get("content-security-policy"), stock.headers.get("content-security-policy"));
  const inline = (html: string) => [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
  assert.deepEqual(inline(await ours.text()), inline(await stock.text()));
});
