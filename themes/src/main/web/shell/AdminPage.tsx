import { PageSection, Skeleton } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { Refusal } from "../widgets/Refusal";
import { useApi, useMe } from "./context";
import { useLoad } from "./useLoad";

/** A page for administrators. Whoever else types its address reads what the API says to them. */
export const AdminPage = ({ children }: { children: ReactNode }) => {
  const me = useMe();
  return me?.accountType === "admin" ? children : <Refused isKnown={me !== undefined} />;
};

const Refused = ({ isKnown }: { isKnown: boolean }) => {
  const { t } = useTranslation();
  const api = useApi();
  const asked = useLoad(async (signal) => isKnown && api.get(route("/settings"), undefined, { signal }), [api, isKnown]);
  return (
    <PageSection variant="light">
      {asked.problem ? <Refusal problem={asked.problem} /> : <Skeleton height="20rem" screenreaderText={t("fa.loading")} />}
    </PageSection>
  );
};
