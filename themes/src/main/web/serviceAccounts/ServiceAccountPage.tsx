import { PageSection } from "@patternfly/react-core";
import { useParams } from "react-router-dom";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Await } from "../widgets/Await";
import { AccountRoles } from "./AccountRoles";
import { ApiKeys } from "./ApiKeys";
import { ServiceAccountHead } from "./ServiceAccountHead";
import { TokenRecipe } from "./TokenRecipe";

/** One service account: what it is, its API keys, the roles that it holds, and how it gets a token. */
export const ServiceAccountPage = () => {
  const { id = "" } = useParams();
  return <OneServiceAccount key={id} id={id} />;
};

const OneServiceAccount = ({ id }: { id: string }) => {
  const api = useApi();
  const account = useLoad((signal) => api.get(route("/service-accounts/{id}", { id }), undefined, { signal }), [api, id]);
  return (
    <Await loaded={account}>
      {(data) => (
        <>
          <ServiceAccountHead account={data} reload={account.reload} />
          <PageSection variant="light">
            <ApiKeys account={data} />
          </PageSection>
          <PageSection variant="light">
            <AccountRoles account={data} />
          </PageSection>
          <PageSection variant="light">
            <TokenRecipe clientId={data.clientId} />
          </PageSection>
        </>
      )}
    </Await>
  );
};
