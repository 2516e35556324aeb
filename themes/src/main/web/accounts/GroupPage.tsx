import { PageSection, Text } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { route } from "../api/routes";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Await } from "../widgets/Await";
import { PageTitle } from "../widgets/PageTitle";
import { RowMenu } from "../widgets/RowMenu";
import { principalAddress } from "./address";
import { HeldRoles } from "./HeldRoles";
import { Members } from "./Members";
import { type Group, useGroupActions } from "./useGroupActions";

/** One group: who is in it, and every role that it gives them. */
export const GroupPage = ({ reference }: { reference: string }) => {
  const api = useApi();
  const group = useLoad((signal) => api.get(route("/groups/{id}", { id: reference }), undefined, { signal }), [api, reference]);
  return (
    <Await loaded={group}>
      {(data) => (
        <>
          <GroupHead group={data} />
          <PageSection variant="light">
            <HeldRoles holder={{ id: data.id, reference: data.reference, name: data.path }} />
          </PageSection>
          <PageSection variant="light">
            <Members group={data} />
          </PageSection>
        </>
      )}
    </Await>
  );
};

const GroupHead = ({ group }: { group: Group }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actionsOf, dialog } = useGroupActions((then) => navigate(then ? principalAddress(then.reference) : `${basePath}/accounts?tab=group`));
  return (
    <PageTitle title={group.path} actions={<RowMenu of={group.path} actions={actionsOf(group)} />}>
      <Text>{t("fa.groups.what")}</Text>
      {dialog}
    </PageTitle>
  );
};
