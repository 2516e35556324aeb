import { Button, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import type { Principal } from "../api/types";
import { AccountTable } from "../serviceAccounts/AccountTable";
import { useNewServiceAccount } from "../serviceAccounts/useNewServiceAccount";
import { useApi } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { usePages } from "../widgets/usePages";
import { principalAddress } from "./address";

/** Service accounts that were made here, with who answers for them; and those of the realm's other clients, which hold roles too. */
export const ServiceAccounts = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [isAll, setAll] = useState(false);
  const creation = useNewServiceAccount();
  return (
    <>
      <ListTools label={t("fa.search.serviceAccounts")} onSearch={setSearch}>
        <Button onClick={creation.start}>{t("fa.serviceAccounts.new")}</Button>
      </ListTools>
      <ToggleGroup aria-label={t("fa.serviceAccounts.which")}>
        <ToggleGroupItem text={t("fa.serviceAccounts.madeHere")} buttonId="fa-made-here" isSelected={!isAll} onChange={() => setAll(false)} />
        <ToggleGroupItem text={t("fa.serviceAccounts.allClients")} buttonId="fa-all-clients" isSelected={isAll} onChange={() => setAll(true)} />
      </ToggleGroup>
      {isAll ? <AllClients search={search} /> : <MadeHere search={search} />}
      {creation.dialogs}
    </>
  );
};

const MadeHere = ({ search }: { search: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages((page, signal) => api.get(route("/service-accounts"), { ...page, search }, { signal }), [api, search]);
  const empty = search ? (
    <Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />
  ) : (
    <Nothing title={t("fa.serviceAccounts.none")} body={t("fa.serviceAccounts.none.body")} />
  );
  return <AccountTable pages={pages} empty={empty} linkTo={({ reference }) => principalAddress(reference)} showCreator />;
};

const AllClients = ({ search }: { search: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages(
    (page, signal) => api.get(route("/principals"), { ...page, type: "service-account", search }, { signal }),
    [api, search],
  );
  const columns: Column<Principal>[] = [
    { name: t("fa.clientId"), show: ({ reference, name }) => <Link to={principalAddress(reference)}>{name}</Link> },
    { name: t("fa.accountType"), show: ({ accountType }) => (accountType ? t(`fa.accountType.${accountType}`) : t("fa.hidden")) },
  ];
  return (
    <PagedTable
      label={t("fa.types.service-account")}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      empty={<Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />}
    />
  );
};
