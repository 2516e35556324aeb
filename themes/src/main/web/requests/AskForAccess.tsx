import { useAccountAlerts } from "@keycloak/keycloak-account-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { requestsRoute } from "../api/routes";
import type { Node, Role } from "../api/types";
import { RoleField } from "../permissions/GrantFields";
import { useApi } from "../shell/context";
import { EndField, LinesField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { toInstant } from "../widgets/time";
import { requestsChanged } from "./waiting";

interface AskForAccessProps {
  node: Pick<Node, "path" | "kind" | "displayName">;
  /** What was asked for before. */
  role?: Role;
  reason?: string;
  close: () => void;
  asked: () => void;
}

/** Asks whoever manages access on a node for a role there. */
export const AskForAccess = ({ node, role: formerRole, reason: formerReason = "", close, asked }: AskForAccessProps) => {
  const { t } = useTranslation();
  const { addAlert } = useAccountAlerts();
  const api = useApi();
  const [role, setRole] = useState(formerRole);
  const [reason, setReason] = useState(formerReason);
  const [end, setEnd] = useState("");
  const ask = async () => {
    if (role === undefined) return;
    await api.post(requestsRoute(node.path), { role, reason: reason.trim(), expiresAt: toInstant(end) });
    addAlert(t("fa.ask.sent", { name: node.displayName }));
    requestsChanged();
    asked();
  };
  return (
    <FormDialog
      title={t("fa.ask.title", { name: node.displayName })}
      description={t("fa.ask.what")}
      submit={t("fa.ask.send")}
      isIncomplete={role === undefined || reason.trim() === ""}
      onSubmit={ask}
      close={close}
    >
      <RoleField role={role} onChange={(chosen) => chosen !== "none" && setRole(chosen)} />
      <LinesField label={t("fa.reason")} help={t("fa.ask.reason.help")} value={reason} maxLength={500} isRequired onChange={setReason} />
      <EndField label={t("fa.end")} help={t("fa.end.help")} value={end} onChange={setEnd} />
    </FormDialog>
  );
};
