import { Button, Flex } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PrincipalName } from "../widgets/PrincipalName";
import { usePages } from "../widgets/usePages";
import { Approve } from "./Approve";
import { Reject } from "./Reject";
import { AskedRole, AskedWhen, RequestedPlace } from "./RequestFacts";
import { RequestTools, type Shown } from "./RequestTools";
import type { AccessRequest } from "./types";
import { requestsChanged } from "./waiting";

type Dialog = { what: "approve" | "reject"; request: AccessRequest };

/** What others ask for where I manage access; whoever waits longest comes first unless somebody wants it otherwise. */
export const Answerable = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [shown, setShown] = useState<Shown>({ search: "", order: "oldest" });
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const pages = usePages(
    (page, signal) => api.get(route("/requests"), { ...page, ...shown, state: ["PENDING"], view: "manageable" }, { signal }),
    [api, shown],
  );
  const answered = () => {
    requestsChanged();
    pages.reload();
  };
  const columns: Column<AccessRequest>[] = [
    { name: t("fa.requests.who"), show: ({ requestor, principal }) => <PrincipalName reference={requestor ?? principal} /> },
    { name: t("fa.held.where"), show: (request) => <RequestedPlace request={request} /> },
    { name: t("fa.role"), show: (request) => <AskedRole request={request} /> },
    { name: t("fa.requests.when"), show: (request) => <AskedWhen request={request} /> },
    {
      name: t("fa.actions"),
      show: (request) => (
        <Flex spaceItems={{ default: "spaceItemsSm" }}>
          <Button size="sm" onClick={() => setDialog({ what: "approve", request })}>
            {t("fa.requests.approve")}
          </Button>
          <Button size="sm" variant="secondary" isDanger onClick={() => setDialog({ what: "reject", request })}>
            {t("fa.requests.reject")}
          </Button>
        </Flex>
      ),
    },
  ];
  return (
    <>
      <RequestTools shown={shown} onChange={setShown} />
      <PagedTable
        label={t("fa.requests.tab.answer")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          shown.search || shown.kind ? (
            <Nothing title={t("fa.nothingFound")} body={t("fa.requests.found.none.body")} />
          ) : (
            <Nothing title={t("fa.requests.noneToAnswer")} body={t("fa.requests.noneToAnswer.body")} />
          )
        }
      />
      {dialog?.what === "approve" && <Approve request={dialog.request} close={close} done={answered} />}
      {dialog?.what === "reject" && <Reject request={dialog.request} close={close} done={answered} />}
    </>
  );
};
