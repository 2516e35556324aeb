import "@patternfly/react-core/dist/styles/base.css";
import "@patternfly/patternfly/patternfly-addons.css";
import "../../../node_modules/@keycloak/keycloak-account-ui/lib/keycloak-account-ui.css";
import "./feature-access.css";

import { KeycloakProvider } from "@keycloak/keycloak-account-ui";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { environment } from "./environment";
import { loadTexts } from "./i18n";
import { pages } from "./pages";

const router = createBrowserRouter(pages);

await loadTexts();
createRoot(document.getElementById("app") as HTMLElement).render(
  <KeycloakProvider environment={environment}>
    <RouterProvider router={router} />
  </KeycloakProvider>,
);
