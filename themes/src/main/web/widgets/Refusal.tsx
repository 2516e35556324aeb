import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { ApiProblem } from "../api/problem";

/** What went wrong, in the API's words, where it went wrong; read aloud when it appears. */
export const Refusal = ({ problem, retry }: { problem?: ApiProblem; retry?: () => void }) => {
  const { t } = useTranslation();
  return (
    <div aria-live="assertive" className="fa-live">
      {problem && (
        <Alert
          isInline
          variant="danger"
          title={t("fa.refused")}
          actionLinks={retry && <AlertActionLink onClick={retry}>{t("fa.tryAgain")}</AlertActionLink>}
        >
          {problem.detail}
        </Alert>
      )}
    </div>
  );
};
