import { Alert, List, ListItem, Skeleton } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { changesIf } from "../api/changes";
import { nodeRoute } from "../api/routes";
import type { Access, Action, Node, Role } from "../api/types";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { principalParts } from "../widgets/PrincipalName";
import { useSurroundings } from "./useSurroundings";

interface WhatChangesProps {
  node: Node;
  holder?: { id: string; reference: string };
  role?: Role | "none";
  /** Whether what they were given here before stays. */
  keepsOthers?: boolean;
}

/** Who gains and who loses which actions, before anything is saved. */
export const WhatChanges = ({ node, holder, role, keepsOthers = false }: WhatChangesProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const principal = holder && `id:${holder.id}`;
  const access = useLoad(
    async (signal) => principal && ((await api.get(nodeRoute(node.path, "/access"), { principal }, { signal })) as Access),
    [api, node.path, principal],
  );
  const surroundings = useSurroundings(node);
  return (
    <div aria-live="polite" className="fa-changes">
      {!holder || !role ? (
        <Alert isInline isPlain variant="info" title={t("fa.changes.choose")} />
      ) : access.data && surroundings ? (
        <Changes reference={holder.reference} node={node} {...changesIf(access.data, node, role, { ...surroundings, keepsOthers })} />
      ) : (
        <Skeleton height="3rem" screenreaderText={t("fa.loading")} />
      )}
    </div>
  );
};

interface ChangesProps {
  reference: string;
  node: Node;
  gained: Action[];
  lost: Action[];
}

const Changes = ({ reference, node, gained, lost }: ChangesProps) => {
  const { t } = useTranslation();
  const { type, name } = principalParts(reference);
  const who = t(type === "group" ? "fa.changes.members" : "fa.changes.who", { name });
  if (gained.length + lost.length === 0) {
    return <Alert isInline variant="info" title={t("fa.changes.nothing", { who })} />;
  }
  return (
    <Alert isInline variant={lost.length > 0 ? "warning" : "info"} title={t("fa.changes")}>
      <List isPlain>
        {gained.length > 0 && <ListItem>{t("fa.changes.gains", { who, actions: gained.join(", ") })}</ListItem>}
        {lost.length > 0 && <ListItem>{t("fa.changes.loses", { who, actions: lost.join(", ") })}</ListItem>}
        {node.kind !== "feature-set" && <ListItem>{t("fa.changes.below")}</ListItem>}
      </List>
    </Alert>
  );
};
