import { useEnvironment } from "@keycloak/keycloak-account-ui";
import { KeycloakMasthead } from "@keycloak/keycloak-ui-shared";
import { Page, Spinner } from "@patternfly/react-core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useHref } from "react-router-dom";
import type { Me } from "../api/types";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { basePath, environment } from "../environment";
import { MeContext, useApi } from "./context";
import { Navigation } from "./Navigation";
import { useLoad } from "./useLoad";

/** The frame of every page. Keycloak's own header and menu are not used: they bring a copy of PatternFly whose menu button is deaf. */
export const Shell = () => {
  const { t } = useTranslation();
  const { keycloak } = useEnvironment();
  const api = useApi();
  const me = useLoad<Me | null>((signal) => api.get(route("/me"), undefined, { signal }).catch(noFeatureStore), [api]);
  const home = useHref(`${basePath}/`);
  return (
    <MeContext.Provider value={me.problem ? null : me.data}>
      <Page
        isManagedSidebar
        mainContainerId="fa-main"
        header={
          <KeycloakMasthead
            data-testid="page-header"
            keycloak={keycloak}
            features={{ hasManageAccount: false }}
            brand={{ href: home, src: `${environment.resourceUrl}/logo.svg`, alt: t("logo"), className: "fa-logo" }}
          />
        }
        sidebar={<Navigation />}
      >
        <Suspense fallback={<Spinner aria-label={t("fa.loading")} />}>
          <Outlet />
        </Suspense>
      </Page>
    </MeContext.Provider>
  );
};

/** A realm without a feature store has Keycloak's own pages all the same. */
function noFeatureStore(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}
