import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ALL_WORKSPACES } from "../api/routes";
import type { Grant } from "../api/types";
import { basePath } from "../environment";
import { MembershipFact } from "../widgets/MembershipFact";
import { PrincipalName } from "../widgets/PrincipalName";
import { principalAddress } from "./address";

interface GrantFactProps {
  grant: Grant;
  /** Whether the reader can open what is named. */
  isLinked: boolean;
}

/** Where a role counts: on a node and below it, or on all workspaces. */
export const GrantPlace = ({ grant, isLinked }: GrantFactProps) => {
  const { t } = useTranslation();
  if (grant.node === ALL_WORKSPACES) return <strong>{t("fa.allWorkspaces")}</strong>;
  return isLinked ? <Link to={`${basePath}/permissions/${grant.node}`}>{grant.node}</Link> : <>{grant.node}</>;
};

/** By what a role is held, who gave it and why; and why it does not count, where it does not. */
export const GrantOrigin = ({ grant, isOwn, isLinked }: GrantFactProps & { isOwn: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      {grant.via && !isOwn ? (
        <>
          {t("fa.held.byGroup")} <GroupName path={grant.via} isLinked={isLinked} />
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

const GroupName = ({ path, isLinked }: { path: string; isLinked: boolean }) => {
  const name = <PrincipalName reference={`group:${path}`} />;
  return isLinked ? <Link to={principalAddress(`group:${path}`)}>{name}</Link> : name;
};
