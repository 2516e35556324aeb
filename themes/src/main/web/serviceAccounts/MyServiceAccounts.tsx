import { Button, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { PageTitle } from "../widgets/PageTitle";
import { usePages } from "../widgets/usePages";
import { AccountTable } from "./AccountTable";
import { useNewServiceAccount } from "./useNewServiceAccount";

/** The service accounts that I made, and answer for. */
export const MyServiceAccounts = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const pages = usePages(
    (page, signal) => api.get(route("/service-accounts"), { ...page, mine: true, search }, { signal }),
    [api, search],
  );
  const creation = useNewServiceAccount();
  const button = <Button onClick={creation.start}>{t("fa.serviceAccounts.new")}</Button>;
  const isEmpty = pages.data?.length === 0 && search === "";
  return (
    <>
      <PageTitle title={t("fa.serviceAccounts.mine")}>{t("fa.serviceAccounts.what")}</PageTitle>
      <PageSection variant="light">
        {!isEmpty && (
          <ListTools label={t("fa.search.serviceAccounts")} onSearch={setSearch}>
            {button}
          </ListTools>
        )}
        <AccountTable
          pages={pages}
          empty={
            isEmpty ? (
              <Nothing title={t("fa.serviceAccounts.none")} body={t("fa.serviceAccounts.none.body")}>
                {button}
              </Nothing>
            ) : (
              <Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />
            )
          }
        />
      </PageSection>
      {creation.dialogs}
    </>
  );
};
