import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Presses the tab key until what is named has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no tab stop "${name}"`);
}

/** What the element with the focus is called; a field without the star that says it is needed. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const name = element?.getAttribute("aria-label") ?? element?.labels?.[0]?.textContent ?? element?.textContent;
    return (name ?? "").replace(/\s*\*$/, "").trim();
  });
}
