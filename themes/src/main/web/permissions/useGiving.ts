import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { grantsRoute } from "../api/routes";
import { useApi } from "../shell/context";
import { toInstant } from "../widgets/time";
import { type GrantDraft, NO_GRANT } from "./GrantFields";

/** Whom something is given or taken. */
export interface Holder {
  id: string;
  name: string;
}

/**
 * A grant that is being written, and the calls that write it.
 *
 * @param place where: a node, or all workspaces by the path `*`
 */
export function useGiving(place: { path: string }, initial: Partial<GrantDraft>, saved: () => void) {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [draft, setDraft] = useState<GrantDraft>({ ...NO_GRANT, ...initial });
  const [wantsBreakGlass, setWantsBreakGlass] = useState(false);

  /** @param replace whether other roles that were given here go */
  const give = async (holder: Holder, replace: boolean) => {
    const { role, end, reason, breakGlass } = draft;
    if (role === undefined) return;
    const principal = `id:${holder.id}`;
    const call =
      role === "none"
        ? api.delete(grantsRoute(place.path), { principal: [principal] })
        : api.put(
            grantsRoute(place.path),
            { principal, principalId: holder.id, role, expiresAt: toInstant(end), reason: reason.trim() || undefined, replace },
            { breakGlass: breakGlass.trim() },
          );
    await call.catch((error: unknown) => {
      if (ApiProblem.from(error).code === "break-glass-required") setWantsBreakGlass(true);
      throw error;
    });
    addAlert(t(role === "none" ? "fa.removed" : "fa.given", { name: holder.name }));
    saved();
  };
  return { draft, change: (part: Partial<GrantDraft>) => setDraft({ ...draft, ...part }), wantsBreakGlass, give };
}
