import { useTranslation } from "react-i18next";
import type { Membership } from "../api/types";
import { membershipKey, ruleNames } from "./membership";

/** How somebody came to be in a group: by a person's hand, by rules and which, or both. */
export const MembershipFact = ({ membership }: { membership: Membership | undefined }) => {
  const { t } = useTranslation();
  return membership ? <span className="fa-break">{t(membershipKey(membership), { rules: ruleNames(membership) })}</span> : null;
};
