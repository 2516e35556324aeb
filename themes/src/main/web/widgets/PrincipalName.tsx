import { CogIcon, UserIcon, UsersIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** A principal's reference as people read it: a sign for its type, and the name. */
export const PrincipalName = ({ reference }: { reference: string }) => {
  const { t } = useTranslation();
  const { type, name } = principalParts(reference);
  const Icon = type === "group" ? UsersIcon : type === "service-account" ? CogIcon : UserIcon;
  return (
    <span className="fa-break" title={t(`fa.type.${type}`)}>
      <Icon aria-hidden="true" /> {name}
    </span>
  );
};

/** `user:alice` is a user with the name `alice`. */
export function principalParts(reference: string): { type: string; name: string } {
  const colon = reference.indexOf(":");
  return { type: reference.slice(0, colon), name: reference.slice(colon + 1) };
}
