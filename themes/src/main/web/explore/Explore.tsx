import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useTab } from "../shell/useTab";
import { PageTitle } from "../widgets/PageTitle";
import { Mine } from "./Mine";
import { Seen } from "./Seen";

const TABS = ["seen", "mine"] as const;

const LISTS: Record<(typeof TABS)[number], ReactElement> = { seen: <Seen />, mine: <Mine /> };

/** What there is for me: all that I see from the workspaces down, and what I hold roles on, wherever that lies. */
export const Explore = () => {
  const { t } = useTranslation();
  const [tab, setTab] = useTab(TABS);
  return (
    <>
      <PageTitle title={t("fa.explore")}>{t("fa.explore.what")}</PageTitle>
      <PageSection variant="light">
        <Tabs activeKey={tab} onSelect={(_, key) => setTab(key)} aria-label={t("fa.explore")} mountOnEnter unmountOnExit>
          {TABS.map((one) => (
            <Tab key={one} eventKey={one} title={<TabTitleText>{t(`fa.explore.tab.${one}`)}</TabTitleText>}>
              {LISTS[one]}
            </Tab>
          ))}
        </Tabs>
      </PageSection>
    </>
  );
};
