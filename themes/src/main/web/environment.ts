import type { AccountEnvironment } from "@keycloak/keycloak-account-ui";

/** What Keycloak wrote into the page: addresses, the realm, the language, which stock pages there are. */
export const environment: AccountEnvironment & { locale: string } = JSON.parse(
  document.getElementById("environment")?.textContent ?? "{}",
);

/** The path below which the console's own addresses lie, as `/realms/acme/account`. */
export const basePath = new URL(environment.baseUrl).pathname.replace(/\/$/, "");

export const apiBase = `${environment.serverBaseUrl.replace(/\/$/, "")}/realms/${encodeURIComponent(environment.realm)}/feature-access`;
