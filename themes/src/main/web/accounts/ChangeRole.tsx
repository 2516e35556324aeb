import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useTranslation } from "react-i18next";
import { ALL_WORKSPACES, grantsRoute } from "../api/routes";
import type { Grant } from "../api/types";
import { GrantFields } from "../permissions/GrantFields";
import { useGiving } from "../permissions/useGiving";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import { toLocal } from "../widgets/time";
import type { RoleHolder } from "./HeldRoles";

interface RoleProps {
  holder: RoleHolder;
  grant: Grant;
  close: () => void;
  saved: () => void;
}

/** Puts another role, or none, in the place of those that were given at one place. */
export const ChangeRole = ({ holder, grant, close, saved }: RoleProps) => {
  const { t } = useTranslation();
  const initial = { role: grant.role, end: toLocal(grant.expiresAt) };
  const { draft, change, wantsBreakGlass, give } = useGiving({ path: grant.node }, initial, saved);
  return (
    <FormDialog
      title={t("fa.held.change.title", { name: holder.name, node: usePlaceName(grant) })}
      description={t("fa.change.what")}
      submit={t("fa.change")}
      isIncomplete={draft.role === initial.role && draft.end === initial.end}
      onSubmit={() => give(holder, true)}
      close={close}
    >
      <GrantFields draft={draft} change={change} wantsBreakGlass={wantsBreakGlass} offersNone />
    </FormDialog>
  );
};

/** Takes one role away, once that is confirmed. */
export const RemoveRole = ({ holder, grant, close, saved }: RoleProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const remove = async () => {
    await api.delete(grantsRoute(grant.node), { principal: [`id:${holder.id}`], role: grant.role });
    addAlert(t("fa.removed", { name: holder.name }));
    saved();
  };
  return (
    <FormDialog
      title={t("fa.held.remove.title", { role: t(`fa.role.${grant.role}`), name: holder.name })}
      description={t("fa.held.remove.what", { node: usePlaceName(grant) })}
      submit={t("fa.remove")}
      isDanger
      variant="small"
      onSubmit={remove}
      close={close}
    />
  );
};

function usePlaceName({ node }: Grant): string {
  const { t } = useTranslation();
  return node === ALL_WORKSPACES ? t("fa.allWorkspaces") : node;
}
