import { routes } from "@keycloak/keycloak-account-ui";
import type { RouteObject } from "react-router-dom";
import { basePath } from "./environment";
import { OWN_PAGES } from "./ownPages";
import { Missing } from "./shell/Missing";
import { Shell } from "./shell/Shell";

/** Keycloak's own pages, and ours beside them. A node's address is its path. */
export const pages: RouteObject[] = [
  {
    path: `${basePath}/`,
    element: <Shell />,
    errorElement: <Missing />,
    children: [
      ...routes,
      ...OWN_PAGES.map(({ path, element }) => ({ path, element })),
      { path: "*", element: <Missing /> },
    ],
  },
];
