// Gets a token by client credentials as any application in JavaScript would: with openid-client, from the realm's discovery document.
//
// Arguments: issuer, client id. The secret comes on standard input; the access token goes to standard output.
import { readFileSync } from "node:fs";
import * as client from "openid-client";

const [issuer, clientId] = process.argv.slice(2);
const secret = readFileSync(0, "utf8").trim();
// The server of the tests is reached over loopback, without TLS.
const options = { execute: [client.allowInsecureRequests] };
const config = await client.discovery(new URL(issuer), clientId, secret, undefined, options);
const tokens = await client.clientCredentialsGrant(config);
console.log(tokens.access_token);
