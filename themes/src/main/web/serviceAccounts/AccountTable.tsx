import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { basePath } from "../environment";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PrincipalName } from "../widgets/PrincipalName";
import { RowMenu } from "../widgets/RowMenu";
import type { Pages } from "../widgets/usePages";
import { When } from "../widgets/When";
import { AccountState } from "./AccountState";
import type { ServiceAccount } from "./types";
import { useAccountActions } from "./useAccountActions";

interface AccountTableProps {
  pages: Pages<ServiceAccount>;
  empty: ReactNode;
  /** Where a name leads; to the account's own page unless said otherwise. */
  linkTo?: (account: ServiceAccount) => string;
  showCreator?: boolean;
}

/** Service accounts, with what may be done about each. */
export const AccountTable = ({ pages, empty, linkTo, showCreator }: AccountTableProps) => {
  const { t } = useTranslation();
  const { actionsOf, dialog } = useAccountActions(pages.reload);
  const address = linkTo ?? (({ id }: ServiceAccount) => `${basePath}/service-accounts/${id}`);
  const creator: Column<ServiceAccount> = {
    name: t("fa.serviceAccounts.creator"),
    show: ({ createdBy }) => <PrincipalName reference={createdBy} />,
  };
  const columns: Column<ServiceAccount>[] = [
    { name: t("fa.name"), show: (account) => <Link to={address(account)}>{account.name}</Link> },
    { name: t("fa.state"), show: (account) => <AccountState account={account} /> },
    ...(showCreator ? [creator] : []),
    { name: t("fa.lastUsed"), show: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : t("fa.never")) },
    { name: t("fa.actions"), isAction: true, show: (account) => <RowMenu of={account.name} actions={actionsOf(account)} /> },
  ];
  return (
    <>
      <PagedTable label={t("fa.serviceAccounts")} pages={pages} columns={columns} keyOf={({ id }) => id} empty={empty} />
      {dialog}
    </>
  );
};
