import { Alert, AlertActionLink, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useGlass } from "./context";

/** Says that secret things are in sight, why, and what that leaves behind; read aloud when it begins. */
export const LookBanner = () => {
  const { t } = useTranslation();
  const { reason, close } = useGlass();
  return (
    <div aria-live="polite" className="fa-live">
      {reason && (
        <PageSection variant="light" padding={{ default: "noPadding" }}>
          <Alert isInline variant="warning" title={t("fa.look.on")} actionLinks={<AlertActionLink onClick={close}>{t("fa.look.stop")}</AlertActionLink>}>
            <p className="fa-break">{t("fa.look.on.body", { reason })}</p>
          </Alert>
        </PageSection>
      )}
    </div>
  );
};
