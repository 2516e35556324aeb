import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { basePath } from "../environment";
import { useTitle } from "./useTitle";

/** No such page, or no such node for whoever asks: the two look alike, as the API answers both alike. */
export const Missing = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation();
  useTitle(t("fa.missing"));
  return (
    <PageSection variant="light">
      <EmptyState>
        <EmptyStateHeader titleText={t("fa.missing")} headingLevel="h1" />
        <EmptyStateBody>{t("fa.missing.body")}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" component={(props) => <Link {...props} to={`${basePath}/explore`} />}>
              {t("fa.explore.back")}
            </Button>
            {children}
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PageSection>
  );
};
