import type { ReactElement } from "react";
import type { Me } from "./api/types";
import { AccountsPage } from "./accounts/AccountsPage";
import { PrincipalPage } from "./accounts/PrincipalPage";
import { AuditPage } from "./audit/AuditPage";
import { Explore } from "./explore/Explore";
import { NodePage } from "./explore/NodePage";
import { OrphansPage } from "./orphans/OrphansPage";
import { PermissionsPage } from "./permissions/PermissionsPage";
import { RequestsPage } from "./requests/RequestsPage";
import { WaitingBadge } from "./requests/WaitingBadge";
import { ProviderRulesPage } from "./rules/ProviderRulesPage";
import { RulesPage } from "./rules/RulesPage";
import { MyServiceAccounts } from "./serviceAccounts/MyServiceAccounts";
import { ServiceAccountPage } from "./serviceAccounts/ServiceAccountPage";
import { AdminPage } from "./shell/AdminPage";

export interface OwnPage {
  /** Below the console's base; `*` at the end takes whatever follows. */
  path: string;
  element: ReactElement;
  /** The key of its name in the menu; pages without one are reached from others. */
  label?: string;
  /** What stands beside its name in the menu. */
  badge?: ReactElement;
  /** Whether the menu offers it; everyone is offered a page that does not say. */
  isOffered?: (me: Me) => boolean;
  /** The page that the menu shows as current while this one is open; itself unless given. */
  partOf?: string;
}

/** The feature store's own pages, in the order of the menu. */
export const OWN_PAGES: OwnPage[] = [
  { path: "explore", label: "fa.explore", element: <Explore /> },
  { path: "explore/*", partOf: "explore", element: <NodePage /> },
  { path: "permissions/*", partOf: "explore", element: <PermissionsPage /> },
  { path: "requests", label: "fa.requests", badge: <WaitingBadge />, element: <RequestsPage /> },
  { path: "service-accounts", label: "fa.serviceAccounts.mine", element: <MyServiceAccounts /> },
  { path: "service-accounts/:id", partOf: "service-accounts", element: <ServiceAccountPage /> },
  { path: "accounts", label: "fa.accounts", isOffered: isAdmin, element: <AdminPage><AccountsPage /></AdminPage> },
  { path: "accounts/*", partOf: "accounts", element: <AdminPage><PrincipalPage /></AdminPage> },
  { path: "rules", label: "fa.rules", isOffered: isAdmin, element: <AdminPage><RulesPage /></AdminPage> },
  { path: "rules/:alias", partOf: "rules", element: <AdminPage><ProviderRulesPage /></AdminPage> },
  { path: "orphans", label: "fa.orphans", isOffered: isAdmin, element: <AdminPage><OrphansPage /></AdminPage> },
  { path: "audit", label: "fa.audit", isOffered: isAdmin, element: <AuditPage /> },
];

/** Administrators' pages are not in others' menus; whoever types such an address is refused by the API. */
function isAdmin(me: Me): boolean {
  return me.accountType === "admin";
}

/** The page of the menu that a path below the console's base belongs to. */
export function menuPath(here: string): string | undefined {
  const page = OWN_PAGES.find(({ path }) => (/\/(\*|:\w+)$/.test(path) ? here.startsWith(path.slice(0, path.lastIndexOf("/") + 1)) : path === here));
  return page?.partOf ?? page?.path;
}
