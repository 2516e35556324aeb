import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ALL_WORKSPACES } from "../api/routes";
import type { Grant } from "../api/types";
import { basePath } from "../environment";
import { MembershipFact } from "../widgets/MembershipFact";
import { PrincipalName } from "../widgets/PrincipalName";
import { principalAddress } from "./address";

/** Where a role counts: on a node and below it, or on all workspaces. */
export const GrantPlace = ({ grant }: { grant: Grant }) => {
  const { t } = useTranslation();
  return grant.node === ALL_WORKSPACES ? <strong>{t("fa.allWorkspaces")}</strong> : <Link to={`${basePath}/permissions/${grant.node}`}>{grant.node}</Link>;
};

/** By what a role is held, who gave it and why; and why it does not count, where it does not. */
export const GrantOrigin = ({ grant, isOwn }: { grant: Grant; isOwn: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      {grant.via && !isOwn ? (
        <>
          {t("fa.held.byGroup")}{" "}
          <Link to={principalAddress(`group:${grant.via}`)}>
            <PrincipalName reference={`group:${grant.via}`} />
          </Link>
          {grant.membership?.origin === "rule" && (
            <>
              {" · "}
              <MembershipFact membership={grant.membership} />
            </>
          )}
        </>
      ) : (
        t(`fa.held.origin.${grant.origin}`)
      )}
      {" · "}
      {t("fa.held.givenBy")} <PrincipalName reference={grant.grantedBy} />
      {grant.reason && <div>{grant.reason}</div>}
      {grant.sleeping && <div>{t("fa.sleeps", { why: t(`fa.sleep.${grant.sleeping}`) })}</div>}
    </>
  );
};
