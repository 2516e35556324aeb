import { useEnvironment } from "@keycloak/keycloak-account-ui";
import { KeycloakMasthead } from "@keycloak/keycloak-ui-shared";
import { Page, SkipToContent, Spinner } from "@patternfly/react-core";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useHref, useLocation } from "react-router-dom";
import type { Me } from "../api/types";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import { basePath, environment } from "../environment";
import { GlassProvider } from "../glass/GlassProvider";
import { MeContext, useApi } from "./context";
import { Navigation } from "./Navigation";
import { useLoad } from "./useLoad";

const MAIN = "fa-main";

/** One row on a phone too. The component hands on what its type does not name. */
const MASTHEAD = { "data-testid": "page-header", display: { default: "inline" } };

/** The frame of every page. Keycloak's own header and menu are not used: they bring a copy of PatternFly whose menu button is deaf. */
export const Shell = () => {
  const { t } = useTranslation();
  const { keycloak } = useEnvironment();
  const api = useApi();
  const me = useLoad<Me | null>((signal) => api.get(route("/me"), undefined, { signal }).catch(noFeatureStore), [api]);
  const home = useHref(`${basePath}/`);
  useLabelledMenu(t("fa.myMenu"));
  useFocusOnNewPage();
  return (
    <MeContext.Provider value={me.problem ? null : me.data}>
      <Page
        isManagedSidebar
        mainContainerId={MAIN}
        mainTabIndex={-1}
        skipToContent={<SkipToContent href={`#${MAIN}`}>{t("fa.skip")}</SkipToContent>}
        header={
          <KeycloakMasthead
            {...MASTHEAD}
            keycloak={keycloak}
            features={{ hasManageAccount: false }}
            brand={{ href: home, src: `${environment.resourceUrl}/logo.svg`, alt: t("logo"), className: "fa-logo" }}
          />
        }
        sidebar={<Navigation />}
      >
        <GlassProvider>
          <Suspense fallback={<Spinner aria-label={t("fa.loading")} />}>
            <Outlet />
          </Suspense>
        </GlassProvider>
      </Page>
    </MeContext.Provider>
  );
};

/** On a phone the header's menu is a button of dots, to which the component gives no name. */
function useLabelledMenu(name: string): void {
  useEffect(() => document.querySelector('[data-testid="options-kebab-toggle"]')?.setAttribute("aria-label", name), [name]);
}

/** A link leads to a new page for whoever does not see it too: its first tab stop comes next, not the menu's once more. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) document.getElementById(MAIN)?.focus({ preventScroll: true });
    last.current = pathname;
  }, [pathname]);
}

/** A realm without a feature store has Keycloak's own pages all the same. */
function noFeatureStore(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}
