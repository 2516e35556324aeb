// Builds the account theme's script: the API's types from its description, the check of all types, one bundle.
// Run by Maven; does nothing where nothing changed. Needs Node and npm only, the rest is in package-lock.json.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const HERE = dirname(fileURLToPath(import.meta.url));
const WEB = join(HERE, "src/main/web");
const MESSAGES = join(HERE, "src/main/resources");
const DESCRIPTION = join(HERE, "../provider/src/main/resources/io/featureaccess/openapi");
const RESOURCES = join(HERE, "target/classes/theme/feature-access/account/resources");
const TYPES = join(HERE, "target/generated/openapi.d.ts");
const STAMP = join(HERE, "target/web.stamp");
const BROWSER_TESTS = join(HERE, "target/browser-tests/all.mjs");
const LARGEST_SCRIPT = 450_000;

install();
const wanted = fingerprint(WEB, MESSAGES, DESCRIPTION, join(HERE, "src/test"), ...own("package-lock.json", "tsconfig.json", "tsconfig.test.json", "build.mjs"));
if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted && existsSync(join(RESOURCES, ".vite/manifest.json")) && existsSync(BROWSER_TESTS)) {
  process.exit(0);
}
await describe();
for (const project of ["tsconfig.json", "tsconfig.test.json"]) {
  execFileSync(process.execPath, [join(HERE, "node_modules/typescript/bin/tsc"), "-p", join(HERE, project)], { stdio: "inherit" });
}
await test();
await bundle();
await browserTests();
writeFileSync(STAMP, wanted);

function own(...names) {
  return names.map((name) => join(HERE, name));
}

/** Fetches what the lock file names, unless it is here. */
function install() {
  const stamp = join(HERE, "node_modules/.stamp");
  const lock = fingerprint(...own("package-lock.json"));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], { cwd: HERE, stdio: "inherit" });
  writeFileSync(stamp, lock);
}

function fingerprint(...places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(files)) hash.update(relative(HERE, file)).update(readFileSync(file));
  return hash.digest("hex");
}

function files(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).sort().flatMap((name) => files(join(place, name)));
}

/** The API's own description, which lies in one file a part, as types: a call that it does not know does not compile. */
async function describe() {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const whole = files(DESCRIPTION)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(file, "utf8")))
    .reduce(merge, { openapi: "3.0.3", info: { title: "Feature Access", version: "1" }, paths: {} });
  mkdirSync(dirname(TYPES), { recursive: true });
  writeFileSync(TYPES, astToString(await openapiTS(whole)));
}

function merge(into, part) {
  for (const [key, value] of Object.entries(part)) {
    const both = isObject(value) && isObject(into[key]);
    into[key] = both ? merge(into[key], value) : value;
  }
  return into;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The logic that needs no browser, by Node's own test runner. */
async function test() {
  const { build } = await import("esbuild");
  const tests = files(join(HERE, "src/test/web")).filter((file) => file.endsWith(".test.ts"));
  if (tests.length === 0) return;
  const outdir = join(HERE, "target/web-tests");
  await build({ entryPoints: tests, outdir, bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".mjs" }, logLevel: "error" });
  const built = files(outdir).filter((file) => file.endsWith(".mjs"));
  execFileSync(process.execPath, ["--test", "--test-reporter=dot", ...built], { cwd: HERE, stdio: "inherit" });
}

/** What the integration tests start against a real server, with a real browser; its libraries stay where they are installed. */
async function browserTests() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(HERE, "src/test/browser/all.ts")],
    outfile: BROWSER_TESTS,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["playwright-core", "axe-core"],
    logLevel: "error",
  });
}

/** One script and one style sheet, named by their content so that browsers may keep them; Keycloak finds them by the manifest. */
async function bundle() {
  const { build } = await import("esbuild");
  rmSync(RESOURCES, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { "feature-access": join(WEB, "main.tsx") },
    outdir: join(RESOURCES, "assets"),
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    // The shared library's masthead needs the very copies of PatternFly that it was built with.
    resolveExtensions: [".mjs", ".tsx", ".ts", ".js", ".json"],
    loader: { ".woff2": "file", ".woff": "file", ".ttf": "file", ".eot": "file", ".svg": "file", ".png": "file", ".jpg": "file" },
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    absWorkingDir: HERE,
    logLevel: "error",
  });
  const outputs = Object.keys(metafile.outputs).map((name) => relative(RESOURCES, join(HERE, name)));
  const file = outputs.find((name) => name.endsWith(".js"));
  const css = outputs.filter((name) => name.endsWith(".css"));
  mkdirSync(join(RESOURCES, ".vite"), { recursive: true });
  const manifest = { "src/main.tsx": { src: "src/main.tsx", file, css, isEntry: true } };
  writeFileSync(join(RESOURCES, ".vite/manifest.json"), JSON.stringify(manifest, null, 2));
  const size = gzipSync(readFileSync(join(RESOURCES, file))).length;
  console.log(`script: ${Math.round(size / 1000)} kB gzipped`);
  if (size > LARGEST_SCRIPT) throw new Error(`the script is ${size} bytes gzipped, more than ${LARGEST_SCRIPT}`);
}
