import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

// The build runs tests in the module's directory.
const MESSAGES = "src/main/resources/theme/feature-access/account/messages";
const WEB = "src/main/web";

const english = bundle("en");
const german = bundle("de");

test("english_and_german_have_the_same_texts", () => {
  assert.deepEqual([...german.keys()].sort(), [...english.keys()].sort());
});

test("texts_name_the_same_values_in_both_languages", () => {
  for (const [key, text] of english) assert.deepEqual(placeholders(german.get(key)), placeholders(text), key);
});

test("no_text_is_empty_or_twice_there", () => {
  for (const language of ["en", "de"]) {
    const keys = lines(language).map(([key]) => key);
    assert.equal(new Set(keys).size, keys.length, `${language}: ${keys.filter((key, at) => keys.indexOf(key) !== at)}`);
    for (const [key, text] of lines(language)) assert.notEqual(text, "", key);
  }
});

test("every_text_that_a_page_names_is_there", () => {
  const missing = [...keysIn(sources())].filter((key) => !english.has(key));
  assert.deepEqual(missing, []);
});

test("every_text_is_named_by_a_page", () => {
  const source = sources();
  const families = [...source.matchAll(/`(fa\.[\w.-]*)\$\{/g)].map(([, prefix]) => prefix ?? "");
  const composed = (key: string) => families.some((family) => key.startsWith(family));
  const unused = [...english.keys()].filter((key) => !source.includes(`"${key}"`) && !composed(key));
  assert.deepEqual(unused, []);
});

function keysIn(source: string): Set<string> {
  return new Set([...source.matchAll(/"(fa\.[\w.-]+)"/g)].map(([, key]) => key ?? ""));
}

function sources(): string {
  return readdirSync(WEB, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(WEB, name), "utf8"))
    .join("\n");
}

function placeholders(text = ""): string[] {
  return [...text.matchAll(/\{\{\w+}}/g)].map(([name]) => name).sort();
}

function bundle(language: string): Map<string, string> {
  return new Map(lines(language));
}

function lines(language: string): [string, string][] {
  return readFileSync(join(MESSAGES, `messages_${language}.properties`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
}
