import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ALL_WORKSPACES } from "../api/routes";
import { basePath } from "../environment";
import { PrincipalName } from "../widgets/PrincipalName";
import { When } from "../widgets/When";
import type { AccessRequest, RequestState } from "./types";

const COLORS: Record<RequestState, "blue" | "green" | "red" | "grey" | "gold"> = {
  PENDING: "blue",
  GRANTED: "green",
  REJECTED: "red",
  WITHDRAWN: "grey",
  EXPIRED: "gold",
  REVOKED: "red",
};

/** What became of a request so far: who answered, why, and how it ended. */
export const RequestOutcome = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return (
    <>
      <Label isCompact color={COLORS[request.state]}>
        {t(`fa.request.${request.state}`)}
      </Label>
      {request.answeredBy && (
        <div>
          {t(request.origin === "request" ? "fa.requests.answeredBy" : "fa.requests.givenBy")} <PrincipalName reference={request.answeredBy} />
          {request.answerReason && `: ${request.answerReason}`}
        </div>
      )}
      {request.endedBy && request.endedBy !== request.requestor && (
        <div>
          {t("fa.requests.endedBy")} <PrincipalName reference={request.endedBy} />
          {request.endReason && `: ${request.endReason}`}
        </div>
      )}
    </>
  );
};

/** The role, where, until when: as it was granted, and what was asked for where that is something else. */
export const AskedRole = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return (
    <>
      {t(`fa.role.${request.role}`)}
      {request.role !== request.askedRole && <div>{t("fa.requests.asked", { role: t(`fa.role.${request.askedRole}`) })}</div>}
      {request.expiresAt && (
        <div>
          {t("fa.until")} <When at={request.expiresAt} />
        </div>
      )}
    </>
  );
};

export const RequestedPlace = ({ request }: { request: AccessRequest }) => {
  const { t } = useTranslation();
  return request.node === ALL_WORKSPACES ? <>{t("fa.allWorkspaces")}</> : <Link to={`${basePath}/explore/${request.node}`}>{request.node}</Link>;
};

/** When and why it was asked, or given unasked. */
export const AskedWhen = ({ request }: { request: AccessRequest }) => (
  <>
    <When at={request.createdAt} />
    {request.reason && <div>{request.reason}</div>}
  </>
);
