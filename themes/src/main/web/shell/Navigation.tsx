import { Nav, NavExpandable, NavGroup, NavItem, PageSidebar, PageSidebarBody } from "@patternfly/react-core";
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router-dom";
import { basePath, environment } from "../environment";
import { menuPath, OWN_PAGES } from "../ownPages";
import { useMe } from "./context";

interface Item {
  label: string;
  path: string;
  isShown?: boolean;
  badge?: ReactElement;
}

const { features } = environment;

const SECURITY: Item[] = [
  { label: "signingIn", path: "account-security/signing-in" },
  { label: "deviceActivity", path: "account-security/device-activity" },
  { label: "linkedAccounts", path: "account-security/linked-accounts", isShown: features.isLinkedAccountsEnabled },
];

const ACCOUNT: Item[] = [
  { label: "applications", path: "applications", isShown: features.isViewApplicationsEnabled },
  { label: "verifiableCredentials", path: "verifiable-credentials", isShown: features.isOid4VciEnabled },
  { label: "groups", path: "groups", isShown: features.isViewGroupsEnabled },
  { label: "organizations", path: "organizations", isShown: features.isViewOrganizationsEnabled },
  { label: "resources", path: "resources", isShown: features.isMyResourcesEnabled },
];

const STOCK: Item[] = [{ label: "personalInfo", path: "" }, ...SECURITY, ...ACCOUNT];

/** The menu: the feature store first where the realm has one, then Keycloak's own pages as its console has them. */
export const Navigation = () => {
  const { t } = useTranslation();
  const here = useHere();
  const me = useMe();
  useStockTitle(here);
  const isSecurity = SECURITY.some((item) => item.path === here);
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={t("fa.nav")}>
          {me && (
            <NavGroup title={t("fa.featureStore")}>
              {OWN_PAGES.filter(({ label, isOffered }) => label && (isOffered?.(me) ?? true)).map(({ label, path, badge }) => (
                <Entry key={path} label={label ?? ""} path={path} badge={badge} isActive={path === menuPath(here)} />
              ))}
            </NavGroup>
          )}
          <NavGroup title={t("fa.account")}>
            <Entry label="personalInfo" path="" isActive={here === ""} />
            <NavExpandable title={t("accountSecurity")} isActive={isSecurity} isExpanded={isSecurity}>
              <Entries items={SECURITY} here={here} />
            </NavExpandable>
            <Entries items={ACCOUNT} here={here} />
          </NavGroup>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};

const Entries = ({ items, here }: { items: Item[]; here: string }) =>
  items
    .filter((item) => item.isShown !== false)
    .map((item) => <Entry key={item.path} {...item} isActive={item.path === here} />);

const Entry = ({ label, path, badge, isActive }: Item & { isActive: boolean }) => {
  const { t } = useTranslation();
  return (
    <NavItem isActive={isActive}>
      <Link to={`${basePath}/${path}`} aria-current={isActive ? "page" : undefined}>
        {t(label)} {badge}
      </Link>
    </NavItem>
  );
};

/** Where we are, below the console's base. */
function useHere(): string {
  return useLocation().pathname.slice(basePath.length + 1).replace(/\/$/, "");
}

/** Keycloak's own pages set no title. */
function useStockTitle(here: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    const item = STOCK.find(({ path }) => path === here);
    if (item) document.title = `${t(item.label)} · ${environment.realm}`;
  }, [here, t]);
}
