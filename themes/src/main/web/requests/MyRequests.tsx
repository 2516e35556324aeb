import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { route } from "../api/routes";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { AskForAccess } from "./AskForAccess";
import { AskedRole, AskedWhen, RequestedPlace, RequestOutcome } from "./RequestFacts";
import { RequestTools, type Shown } from "./RequestTools";
import { STATES, type AccessRequest } from "./types";
import { Withdraw } from "./Withdraw";

type Dialog = { what: "withdraw" | "again"; request: AccessRequest };

/** What I asked for, and what became of it. */
export const MyRequests = () => {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>({ search: "", order: "newest" });
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const pages = usePages(
    (page, signal) => api.get(route("/requests"), { ...page, ...shown, view: "mine", state: shown.state ? [shown.state] : [...STATES] }, { signal }),
    [api, shown],
  );
  const actionsOf = (request: AccessRequest) =>
    request.state === "PENDING"
      ? [{ name: t("fa.requests.withdraw"), isDanger: true, run: () => setDialog({ what: "withdraw", request }) }]
      : request.state === "GRANTED" || request.kind === "all-workspaces"
        ? []
        : [{ name: t("fa.requests.again"), run: () => setDialog({ what: "again", request }) }];
  const columns: Column<AccessRequest>[] = [
    { name: t("fa.held.where"), show: (request) => <RequestedPlace request={request} /> },
    { name: t("fa.role"), show: (request) => <AskedRole request={request} /> },
    { name: t("fa.requests.when"), show: (request) => <AskedWhen request={request} /> },
    { name: t("fa.state"), show: (request) => <RequestOutcome request={request} /> },
    { name: t("fa.actions"), isAction: true, show: (request) => <RowMenu of={request.node} actions={actionsOf(request)} /> },
  ];
  return (
    <>
      <RequestTools states={STATES} shown={shown} onChange={setShown} />
      <PagedTable
        label={t("fa.requests.tab.mine")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          shown.search ? (
            <Nothing title={t("fa.nothingFound")} body={t("fa.requests.found.none.body")} />
          ) : (
            <Nothing title={t("fa.requests.none")} body={t("fa.requests.none.body")}>
              <Button variant="link" onClick={() => navigate(`${basePath}/explore`)}>
                {t("fa.explore.back")}
              </Button>
            </Nothing>
          )
        }
      />
      {dialog?.what === "withdraw" && <Withdraw request={dialog.request} close={close} done={pages.reload} />}
      {dialog?.what === "again" && <AskAgain request={dialog.request} close={close} done={pages.reload} />}
    </>
  );
};

const AskAgain = ({ request, close, done }: { request: AccessRequest; close: () => void; done: () => void }) => (
  <AskForAccess
    node={{ path: request.node, kind: request.kind === "all-workspaces" ? "workspace" : request.kind, displayName: request.node }}
    role={request.askedRole}
    reason={request.reason}
    close={close}
    asked={done}
  />
);
