import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { ServiceAccount } from "./types";

/** Whether a service account's keys are taken. */
export const AccountState = ({ account }: { account: ServiceAccount }) => {
  const { t } = useTranslation();
  if (!account.enabled) return <Label isCompact color="grey">{t("fa.state.deactivated")}</Label>;
  if (account.suspended) return <Label isCompact color="gold">{t("fa.state.suspended")}</Label>;
  return <Label isCompact color="green">{t("fa.state.active")}</Label>;
};
