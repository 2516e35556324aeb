import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { principalParts, PrincipalName } from "../widgets/PrincipalName";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { AskedRole, AskedWhen, RequestedPlace, RequestOutcome } from "./RequestFacts";
import { RequestTools, type Shown } from "./RequestTools";
import type { AccessRequest } from "./types";

const STATES = ["GRANTED", "REVOKED", "EXPIRED"] as const;

/** What was given where I manage access, asked for or not, and the way to take it back. */
export const GivenPermissions = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [shown, setShown] = useState<Shown>({ state: "GRANTED", search: "", order: "newest" });
  const [revoking, setRevoking] = useState<AccessRequest>();
  const pages = usePages(
    (page, signal) => api.get(route("/permissions"), { ...page, ...shown, view: "manageable", state: shown.state ? [shown.state] : [...STATES] }, { signal }),
    [api, shown],
  );
  const actionsOf = (permission: AccessRequest) =>
    permission.state === "GRANTED" ? [{ name: t("fa.permissions.revoke"), isDanger: true, run: () => setRevoking(permission) }] : [];
  const columns: Column<AccessRequest>[] = [
    { name: t("fa.requests.holder"), show: ({ principal }) => <PrincipalName reference={principal} /> },
    { name: t("fa.held.where"), show: (permission) => <RequestedPlace request={permission} /> },
    { name: t("fa.role"), show: (permission) => <AskedRole request={permission} /> },
    { name: t("fa.requests.when"), show: (permission) => <AskedWhen request={permission} /> },
    { name: t("fa.state"), show: (permission) => <RequestOutcome request={permission} /> },
    {
      name: t("fa.actions"),
      isAction: true,
      show: (permission) => <RowMenu of={`${principalParts(permission.principal).name} ${permission.node}`} actions={actionsOf(permission)} />,
    },
  ];
  return (
    <>
      <RequestTools states={STATES} shown={shown} onChange={setShown} />
      <PagedTable
        label={t("fa.requests.tab.given")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          shown.search ? (
            <Nothing title={t("fa.nothingFound")} body={t("fa.requests.found.none.body")} />
          ) : (
            <Nothing title={t("fa.permissions.none")} body={t("fa.permissions.none.body")} />
          )
        }
      />
      {revoking && <Revoke permission={revoking} close={() => setRevoking(undefined)} done={pages.reload} />}
    </>
  );
};

interface RevokeProps {
  permission: AccessRequest;
  close: () => void;
  done: () => void;
}

const Revoke = ({ permission, close, done }: RevokeProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [reason, setReason] = useState("");
  const revoke = async () => {
    await api.post(route("/permissions/{id}/revoke", { id: permission.id }), { reason: reason.trim() || undefined });
    done();
  };
  return (
    <FormDialog
      title={t("fa.permissions.revoke.title", { role: t(`fa.role.${permission.role}`), name: principalParts(permission.principal).name })}
      description={t("fa.permissions.revoke.what", { node: permission.node })}
      submit={t("fa.permissions.revoke")}
      isDanger
      variant="small"
      onSubmit={revoke}
      close={close}
    >
      <LinesField label={t("fa.reason")} help={t("fa.requests.reason.help")} value={reason} maxLength={500} onChange={setReason} />
    </FormDialog>
  );
};
