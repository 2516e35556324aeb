// What ./demo asks and shows. Only what Node brings along, since nothing else is sure to be on a fresh machine.
import { createServer } from "node:net";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { loginThroughCompany } from "./company.mjs";

const REALM = "acme";
const CLIENT = "feature-store";
const NODE = "fraud/payments/transactions";
const PASSWORD = "demo";
const UMA = "urn:ietf:params:oauth:grant-type:uma-ticket";

const commands = { free, ready, seed, show };
const [command, ...args] = process.argv.slice(2);
try {
  await commands[command](...args);
} catch (error) {
  console.error(`demo: ${error.message}`);
  process.exitCode = 1;
}

/** Fails if somebody listens on the port; prints which one it is, which answers port 0 with any free one. */
function free(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(Number(port), "127.0.0.1", () => {
      if (port === "0") console.log(server.address().port);
      server.close(resolve);
    });
  });
}

/** Waits until the server says it is ready; its log says so before realms are imported. */
async function ready(port, pid) {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(200)) {
    process.kill(Number(pid), 0);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => ({ ok: false }));
    if (answer.ok) return;
  }
  throw new Error("the server is not ready after five minutes");
}

/** Imports nodes and grants as an administrator of the feature platform. */
async function seed(url, file) {
  const token = await login(url, "grace", "openid feature-access:manage");
  const answer = await fetch(`${realm(url)}/feature-access/import`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/x-ndjson",
      "feature-access-break-glass": "seeding the demo, which has a secret project",
    },
    body: await readFile(file),
  });
  if (!answer.ok) throw new Error(`import answered ${answer.status} ${await answer.text()}`);
}

async function show(url) {
  await showPermit(url);
  await showRefusal(url);
  await showCompany(url);
  showCurl(url);
  showLogins(url);
}

async function showPermit(url) {
  const token = await login(url, "dave");
  const answer = await uma(url, token, `${NODE}#view,read-online`);
  const body = await answer.json();
  if (!answer.ok) throw new Error(`dave was refused: ${JSON.stringify(body)}`);
  heading(`Dave asks for view and read-online on ${NODE}, and gets this token (RPT), decoded:`);
  console.log(JSON.stringify(payload(body.access_token), null, 2));
}

async function showRefusal(url) {
  const token = await login(url, "dave");
  const refused = await uma(url, token, `${NODE}#read-sensitive`);
  const why = await fetch(`${realm(url)}/feature-access/decisions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ checks: [{ action: "read-sensitive", node: NODE }] }),
  });
  heading("Dave asks for read-sensitive on it, and is refused:");
  console.log(`${refused.status} ${await refused.text()}`);
  heading("Why, from the same decision asked at the extension's own API:");
  console.log(JSON.stringify(await why.json(), null, 2));
}

/** Nobody made an account for Nina: she comes through the company, whose attributes lead to groups by rules. */
async function showCompany(url) {
  const attributes = { department: "Fraud Detection", entitlements: ["feature-store-risk", "coffee-machine"] };
  const preview = await fetch(`${realm(url)}/feature-access/identity-providers/company/dry-run`, {
    method: "POST",
    headers: { authorization: `Bearer ${await login(url, "grace")}`, "content-type": "application/json" },
    body: JSON.stringify({ attributes }),
  });
  if (!preview.ok) throw new Error(`the dry run answered ${preview.status} ${await preview.text()}`);
  heading("Grace asks what a newcomer with Nina's attributes would be given:");
  console.log(JSON.stringify({ attributes, ...(await preview.json()) }, null, 2));
  const token = await loginThroughCompany(realm(url), "notebook", "http://localhost:8888/callback", "nina", PASSWORD);
  const me = await (await fetch(`${realm(url)}/feature-access/me`, { headers: { authorization: `Bearer ${token}` } })).json();
  heading("Nina, who has no account yet, logs in through the company, and is in these groups:");
  console.log(JSON.stringify({ principal: me.principal, accountType: me.accountType, groups: me.groups }, null, 2));
}

function showCurl(url) {
  heading("Dave's token and his refusal again, with curl:");
  console.log(`TOKEN=$(curl -s ${tokenEndpoint(url)} \\
  -d grant_type=password -d client_id=notebook -d username=dave -d password=${PASSWORD} \\
  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

curl -s ${tokenEndpoint(url)} -H "Authorization: Bearer $TOKEN" \\
  -d grant_type=${UMA} -d audience=${CLIENT} \\
  --data-urlencode 'permission=${NODE}#view,read-online'

curl -s ${realm(url)}/feature-access/decisions -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"checks":[{"action":"read-sensitive","node":"${NODE}"}]}'`);
}

function showLogins(url) {
  heading("Log in:");
  console.log(`account console  ${realm(url)}/account
  grace (admin), alice, bob, carol, dave, erin, frank; the password is ${PASSWORD}
  or with the button "Acme employees", through the company: nina, omar (marketing), petra (admin); the same password
admin console    ${url}/admin
  admin; the password is admin
`);
}

async function login(url, username, scope = "openid") {
  const form = { grant_type: "password", client_id: "notebook", username, password: PASSWORD, scope };
  const answer = await fetch(tokenEndpoint(url), { method: "POST", body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`${username} cannot log in: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

function uma(url, token, permission) {
  return fetch(tokenEndpoint(url), {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ grant_type: UMA, audience: CLIENT, permission }),
  });
}

function payload(token) {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
}

function realm(url) {
  return `${url}/realms/${REALM}`;
}

function tokenEndpoint(url) {
  return `${realm(url)}/protocol/openid-connect/token`;
}

function heading(text) {
  console.log(`\n\u001b[1m${text}\u001b[0m\n`);
}
