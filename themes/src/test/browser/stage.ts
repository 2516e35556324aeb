import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The realm's address, its scene prepared by whoever starts these tests. */
export const REALM = needed("SCREENS_REALM");
const CHROMIUM = needed("SCREENS_CHROMIUM");
/** Where pictures go. */
const PICTURES = needed("SCREENS_PICTURES");

/** How a page is looked at. */
export type Look = "light" | "dark" | "phone" | "german";

const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 420, height: 900 } };

/** As long as a page may take when the machine has other things to do. */
const PATIENCE = 15_000;

let browser: Promise<Browser> | undefined;
const pages = new Map<string, Promise<Page>>();

after(async () => (await browser)?.close());

/** A browser of its own, so to speak: nobody is logged in. */
export async function newContext(look: Look = "light"): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const context = await (await browser).newContext({
    viewport: look === "phone" ? SIZES.phone : SIZES.desk,
    colorScheme: look === "dark" ? "dark" : "light",
    locale: look === "german" ? "de-DE" : "en-GB",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

export function address(path: string): string {
  return `${REALM}/account/${path}`;
}

/** Fills in Keycloak's login form; the password is the name. */
export async function logIn(page: Page, user: string): Promise<void> {
  await page.fill("#username", user);
  await page.fill("#password", user);
  await page.click("#kc-login");
  await page.locator("#fa-main").waitFor();
}

/** Somebody's page, logged in. */
async function loggedIn(user: string, look: Look): Promise<Page> {
  const page = await (await newContext(look)).newPage();
  await page.goto(address("explore"));
  await logIn(page, user);
  return page;
}

/**
 * A page as somebody sees it. Everyone logs in once a look, and goes on from page to page as a click on a link would: to load all
 * anew is what tests do that are about addresses.
 */
async function open(user: string, path: string, look: Look): Promise<Page> {
  const page = await pageOf(user, look);
  await go(page, "nowhere");
  await page.locator("#fa-main h1.pf-v5-c-empty-state__title-text").waitFor();
  await leaving(page, () => go(page, path));
  return page;
}

async function pageOf(user: string, look: Look): Promise<Page> {
  const key = `${user} ${look}`;
  const page = await (pages.get(key) ?? loggedIn(user, look));
  pages.set(key, Promise.resolve(page));
  return page;
}

/** Waits until what makes somebody leave a page has done so: the old heading is gone. */
export async function leaving(page: Page, leave: () => Promise<void>): Promise<void> {
  await page.locator("#fa-main h1").evaluate((heading) => heading.setAttribute("data-left", ""));
  await leave();
  await page.locator("[data-left]").waitFor({ state: "detached" });
}

/** An empty page beside the one of somebody who is logged in. */
export async function besides(user: string): Promise<Page> {
  return (await pageOf(user, "light")).context().newPage();
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address(path));
}

interface Scene {
  look?: Look;
  /** What has to be before the page is opened. */
  before?: () => Promise<void>;
}

/** One test: somebody opens a page. What the page throws or complains of fails it; a picture of a failure is kept. */
export function screen(name: string, user: string, path: string, run: (page: Page) => Promise<void>, { look = "light", before }: Scene = {}): void {
  test(name, async () => {
    await before?.();
    const page = await open(user, path, look);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (line) => {
      if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) complaints.push(line.text());
    });
    try {
      await run(page);
      assert.deepEqual(complaints, []);
    } catch (error) {
      await picture(page, `failed-${name.replaceAll(/\W+/g, "-")}`);
      pages.delete(`${user} ${look}`);
      await page.context().close();
      throw error;
    } finally {
      page.removeAllListeners();
    }
  });
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled" });
}

/** What was just loaded may have something to load itself. */
const BETWEEN_LOOKS = 150;

/** Waits until there is nothing more that says it is loading. */
export async function settled(page: Page): Promise<void> {
  for (let looks = 0; looks < 2; looks++) {
    await page.waitForFunction(() => !document.querySelector(".pf-v5-c-skeleton, .pf-v5-c-spinner, [aria-busy=true]"));
    await page.waitForTimeout(BETWEEN_LOOKS);
  }
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests are started by the integration tests, which prepare a realm`);
  return value;
}
