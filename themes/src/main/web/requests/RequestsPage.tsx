import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useTab } from "../shell/useTab";
import { PageTitle } from "../widgets/PageTitle";
import { Answerable } from "./Answerable";
import { GivenPermissions } from "./GivenPermissions";
import { MyRequests } from "./MyRequests";

const TABS = ["mine", "answer", "given"] as const;

const LISTS: Record<(typeof TABS)[number], ReactElement> = {
  mine: <MyRequests />,
  answer: <Answerable />,
  given: <GivenPermissions />,
};

/** What I asked for, what others ask of me, and what came of it. */
export const RequestsPage = () => {
  const { t } = useTranslation();
  const [tab, setTab] = useTab(TABS);
  return (
    <>
      <PageTitle title={t("fa.requests")}>{t("fa.requests.what")}</PageTitle>
      <PageSection variant="light">
        <Tabs activeKey={tab} onSelect={(_, key) => setTab(key)} aria-label={t("fa.requests")} mountOnEnter unmountOnExit>
          {TABS.map((one) => (
            <Tab key={one} eventKey={one} title={<TabTitleText>{t(`fa.requests.tab.${one}`)}</TabTitleText>}>
              {LISTS[one]}
            </Tab>
          ))}
        </Tabs>
      </PageSection>
    </>
  );
};
