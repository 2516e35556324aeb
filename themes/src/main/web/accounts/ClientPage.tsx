import { Button, DescriptionList, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { Api } from "../api/client";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import type { Principal } from "../api/types";
import { basePath } from "../environment";
import { AccountState } from "../serviceAccounts/AccountState";
import type { ServiceAccount } from "../serviceAccounts/types";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Await } from "../widgets/Await";
import { Fact } from "../widgets/Fact";
import { PageTitle } from "../widgets/PageTitle";
import { principalParts, PrincipalName } from "../widgets/PrincipalName";
import { AccountTypeFact } from "./AccountTypeFact";
import { HeldRoles } from "./HeldRoles";

interface Client {
  principal: Principal;
  /** Absent where its client was not made here. */
  account?: ServiceAccount;
}

/** One service account: who answers for it, and every role that it holds anywhere. */
export const ClientPage = ({ reference }: { reference: string }) => {
  const api = useApi();
  const client = useLoad((signal) => find(api, reference, signal), [api, reference]);
  return (
    <Await loaded={client}>
      {(data) => (
        <>
          <ClientHead client={data} reload={client.reload} />
          <PageSection variant="light">
            <HeldRoles holder={data.principal} />
          </PageSection>
        </>
      )}
    </Await>
  );
};

async function find(api: Api, reference: string, signal: AbortSignal): Promise<Client> {
  const { name } = principalParts(reference);
  const found = await api.get(route("/principals"), { type: "service-account", search: name }, { signal });
  const principal = found.items.find((one) => one.reference === reference);
  if (!principal) throw new ApiProblem(404, "not-found", reference);
  const account = await api.get(route("/service-accounts/{id}", { id: principal.id }), undefined, { signal }).catch(notMadeHere);
  return { principal, account };
}

function notMadeHere(error: unknown): undefined {
  if (ApiProblem.from(error).status === 404) return undefined;
  throw error;
}

const ClientHead = ({ client: { principal, account }, reload }: { client: Client; reload: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = account && (
    <Button variant="secondary" onClick={() => navigate(`${basePath}/service-accounts/${account.id}`)}>
      {t("fa.serviceAccounts.keysAndMore")}
    </Button>
  );
  return (
    <PageTitle title={account?.name ?? principal.name} actions={keys}>
      <DescriptionList columnModifier={{ default: "1Col", md: "2Col" }} isCompact>
        {principal.accountType && <AccountTypeFact holder={principal} accountType={principal.accountType} changed={reload} />}
        <Fact term={t("fa.clientId")}>{principal.name}</Fact>
        {account && (
          <>
            <Fact term={t("fa.state")}>
              <AccountState account={account} />
            </Fact>
            <Fact term={t("fa.serviceAccounts.creator")}>
              <PrincipalName reference={account.createdBy} />
            </Fact>
          </>
        )}
      </DescriptionList>
    </PageTitle>
  );
};
