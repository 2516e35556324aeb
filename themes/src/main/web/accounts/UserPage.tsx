import { Button, DescriptionList, Flex, PageSection } from "@patternfly/react-core";
import type { components } from "openapi";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Await } from "../widgets/Await";
import { Fact } from "../widgets/Fact";
import { PageTitle } from "../widgets/PageTitle";
import { AccountTypeFact } from "./AccountTypeFact";
import { HeldRoles } from "./HeldRoles";
import { useUserActions } from "./useUserActions";

export type UserAccount = components["schemas"]["UserAccount"];

/** One user: what keeps them out, whether they are an administrator, and every role that they hold anywhere. */
export const UserPage = ({ reference }: { reference: string }) => {
  const api = useApi();
  const user = useLoad((signal) => api.get(route("/users/{ref}", { ref: reference }), undefined, { signal }), [api, reference]);
  return (
    <Await loaded={user}>
      {(data) => (
        <>
          <UserHead user={data} reload={user.reload} />
          <PageSection variant="light">
            <HeldRoles holder={data} />
          </PageSection>
        </>
      )}
    </Await>
  );
};

const UserHead = ({ user, reload }: { user: UserAccount; reload: () => void }) => {
  const { t } = useTranslation();
  const { actions, dialog } = useUserActions(user, reload);
  const buttons = (
    <Flex spaceItems={{ default: "spaceItemsSm" }}>
      {actions.map(({ name, run, isDanger }) => (
        <Button key={name} variant="secondary" isDanger={isDanger} onClick={run}>
          {name}
        </Button>
      ))}
    </Flex>
  );
  return (
    <PageTitle title={user.name} actions={buttons}>
      <DescriptionList columnModifier={{ default: "1Col", md: "2Col" }} isCompact>
        <AccountTypeFact holder={user} accountType={user.accountType} changed={reload} />
        <Fact term={t("fa.state")}>{t(`fa.users.state.${stateOf(user)}`)}</Fact>
      </DescriptionList>
      {dialog}
    </PageTitle>
  );
};

/** What there is to say first about a user. */
export function stateOf(user: Pick<UserAccount, "enabled" | "locked" | "invited">): "locked" | "disabled" | "invited" | "active" {
  if (user.locked) return "locked";
  if (!user.enabled) return "disabled";
  return user.invited ? "invited" : "active";
}
