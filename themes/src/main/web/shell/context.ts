import { useEnvironment } from "@keycloak/keycloak-account-ui";
import { createContext, useContext, useMemo } from "react";
import { Api } from "../api/client";
import type { Me } from "../api/types";
import { apiBase } from "../environment";

/** Who is logged in; undefined while that is asked, null where the realm has no feature store. */
export const MeContext = createContext<Me | null | undefined>(undefined);

export function useMe(): Me | null | undefined {
  return useContext(MeContext);
}

/** The id of whoever is logged in, which needs no question. */
export function useMyId(): string | undefined {
  return useEnvironment().keycloak.tokenParsed?.sub;
}

/** The API for whoever is logged in, with a token that is still good for some seconds. */
export function useApi(): Api {
  const { keycloak } = useEnvironment();
  return useMemo(
    () =>
      new Api(apiBase, async () => {
        // Whose session has ended logs in again, and comes back to the same page.
        await keycloak.updateToken(5).catch(() => keycloak.login());
        return keycloak.token ?? "";
      }),
    [keycloak],
  );
}
