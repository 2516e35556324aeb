// A login through the company's identity provider, as a browser goes through it. Only what Node brings along.
const MOST_PAGES = 20;

/** Logs somebody of the company in, and answers their access token for the client. */
export async function loginThroughCompany(realm, client, redirect, username, password) {
  const query = new URLSearchParams({
    client_id: client,
    response_type: "code",
    scope: "openid",
    redirect_uri: redirect,
    kc_idp_hint: "company",
  });
  const end = await walk(`${realm}/protocol/openid-connect/auth?${query}`, redirect, { username, password });
  const code = new URL(end).searchParams.get("code");
  const form = { grant_type: "authorization_code", client_id: client, redirect_uri: redirect, code };
  const answer = await fetch(`${realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`${username} has no token: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

/** From page to page, until it is sent to the other site. */
async function walk(start, elsewhere, credentials) {
  const cookies = new Map();
  let at = start;
  let body;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await fetch(at, {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...cookies.values()].filter((one) => at.includes(one.path)).map((one) => one.pair).join("; ") },
      body,
    });
    keep(answer, cookies);
    if (answer.status >= 300 && answer.status < 400) {
      at = new URL(answer.headers.get("location"), at).toString();
      body = undefined;
      if (at.startsWith(elsewhere)) return at;
    } else {
      const html = await answer.text();
      const action = /<form[^>]*\saction="([^"]+)"/.exec(html)?.[1];
      if (!answer.ok || !action || body) throw new Error(`${at} answered ${answer.status} without a way on`);
      at = new URL(action.replaceAll("&amp;", "&"), at).toString();
      body = new URLSearchParams(credentials);
    }
  }
  throw new Error(`no end of pages at ${at}`);
}

function keep(answer, cookies) {
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair, ...attributes] = cookie.split(/;\s*/);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice("path=".length) ?? "/";
    cookies.set(`${path} ${pair.split("=")[0]}`, { path, pair });
  }
}
