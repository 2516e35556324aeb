import { List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Why } from "../api/types";
import { MembershipFact } from "./MembershipFact";
import { When } from "./When";

/** Every way by which roles arrive at a node, sleeping ones with the reason. */
export const WhyList = ({ why, path }: { why: Why[]; path: string }) => (
  <List isPlain>
    {why.map((one) => (
      <ListItem key={`${one.role} ${one.grantedOn} ${one.via}`}>
        <WhySentence why={one} path={path} />
      </ListItem>
    ))}
  </List>
);

const WhySentence = ({ why, path }: { why: Why; path: string }) => {
  const { t } = useTranslation();
  const role = t(`fa.role.${why.inheritedAs}`);
  return (
    <span className="fa-break">
      <strong>{role}</strong> · {t(originKey(why, path), { group: why.via, node: why.grantedOn, role: t(`fa.role.${why.role}`) })}
      {why.membership?.origin === "rule" && (
        <>
          {" · "}
          <MembershipFact membership={why.membership} />
        </>
      )}
      {why.expiresAt && (
        <>
          {" · "}
          {t("fa.until")} <When at={why.expiresAt} />
        </>
      )}
      {why.sleeping && ` · ${t("fa.sleeps", { why: t(`fa.sleep.${why.sleeping}`) })}`}
    </span>
  );
};

const ORIGINS = {
  direct: ["fa.origin.direct", "fa.origin.direct.group"],
  inherited: ["fa.origin.inherited", "fa.origin.inherited.group"],
  all: ["fa.origin.all", "fa.origin.all.group"],
} as const;

/** The text that says where a role comes from: given here, inherited, or on all workspaces, each of them perhaps by a group. */
export function originKey(why: Why, path: string): string {
  const from = why.grantedOn === "*" ? "all" : why.grantedOn === path ? "direct" : "inherited";
  return ORIGINS[from][why.via === undefined ? 0 : 1];
}
