import { Button, ClipboardCopy, DescriptionList, Flex } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { basePath } from "../environment";
import { Fact } from "../widgets/Fact";
import { PageTitle } from "../widgets/PageTitle";
import { PrincipalName } from "../widgets/PrincipalName";
import { RowMenu } from "../widgets/RowMenu";
import { When } from "../widgets/When";
import { AccountState } from "./AccountState";
import { EditServiceAccount } from "./EditServiceAccount";
import type { ServiceAccount } from "./types";
import { useAccountActions } from "./useAccountActions";

/** What a service account is, and what may be done with it as a whole. */
export const ServiceAccountHead = ({ account, reload }: { account: ServiceAccount; reload: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const { actionsOf, dialog } = useAccountActions((what) =>
    what === "delete" ? navigate(`${basePath}/service-accounts`) : reload(),
  );
  const actions = (
    <Flex>
      <Button variant="secondary" onClick={() => setEditing(true)}>
        {t("fa.edit")}
      </Button>
      <RowMenu of={account.name} actions={actionsOf(account)} />
    </Flex>
  );
  return (
    <PageTitle title={account.name} actions={actions}>
      <AccountFacts account={account} />
      {isEditing && <EditServiceAccount account={account} close={() => setEditing(false)} saved={reload} />}
      {dialog}
    </PageTitle>
  );
};

const AccountFacts = ({ account }: { account: ServiceAccount }) => {
  const { t } = useTranslation();
  return (
    <DescriptionList columnModifier={{ default: "1Col", md: "2Col" }} isCompact>
      <Fact term={t("fa.state")}>
        <AccountState account={account} />
        {account.suspended && <div>{t("fa.state.suspended.why")}</div>}
      </Fact>
      <Fact term={t("fa.clientId")}>
        <ClipboardCopy isReadOnly isCode variant="inline-compact" hoverTip={t("fa.copy")} clickTip={t("fa.copied")}>
          {account.clientId}
        </ClipboardCopy>
      </Fact>
      <Fact term={t("fa.serviceAccounts.creator")}>
        <PrincipalName reference={account.createdBy} />
      </Fact>
      <Fact term={t("fa.created")}>
        <When at={account.createdAt} />
      </Fact>
      <Fact term={t("fa.lastUsed")}>{account.lastUsedAt ? <When at={account.lastUsedAt} /> : t("fa.never")}</Fact>
      {account.description && <Fact term={t("fa.description")}>{account.description}</Fact>}
    </DescriptionList>
  );
};
