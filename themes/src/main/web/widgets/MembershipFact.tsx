import { useTranslation } from "react-i18next";
import type { Membership } from "../api/types";

/** How somebody came to be in a group: by a person's hand, by rules and which, or both. */
export const MembershipFact = ({ membership }: { membership: Membership | undefined }) => {
  const { t } = useTranslation();
  if (!membership) {
    return null;
  }
  const rules = membership.rules?.map(({ identityProvider, mapper }) => `${identityProvider}: ${mapper}`).join(", ");
  return <span className="fa-break">{t(membershipKey(membership), { rules })}</span>;
};

export function membershipKey({ origin, rules }: Membership): string {
  return `fa.membership.${origin}${rules ? ".rules" : ""}`;
}
