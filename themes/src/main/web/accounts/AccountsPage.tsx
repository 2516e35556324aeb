import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useTab } from "../shell/useTab";
import { PageTitle } from "../widgets/PageTitle";
import { Groups } from "./Groups";
import { ServiceAccounts } from "./ServiceAccounts";
import { Users } from "./Users";

const TABS = ["user", "service-account", "group"] as const;

const LISTS: Record<(typeof TABS)[number], ReactElement> = {
  user: <Users />,
  "service-account": <ServiceAccounts />,
  group: <Groups />,
};

/** Everybody who can hold a role, for administrators; to others the API refuses what makes it of use. */
export const AccountsPage = () => {
  const { t } = useTranslation();
  const [tab, setTab] = useTab(TABS);
  return (
    <>
      <PageTitle title={t("fa.accounts")}>{t("fa.accounts.what")}</PageTitle>
      <PageSection variant="light">
        <Tabs activeKey={tab} onSelect={(_, key) => setTab(key)} aria-label={t("fa.accounts")} mountOnEnter unmountOnExit>
          {TABS.map((one) => (
            <Tab key={one} eventKey={one} title={<TabTitleText>{t(`fa.types.${one}`)}</TabTitleText>}>
              {LISTS[one]}
            </Tab>
          ))}
        </Tabs>
      </PageSection>
    </>
  );
};
