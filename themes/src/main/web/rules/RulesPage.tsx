import { PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PageTitle } from "../widgets/PageTitle";
import { usePages } from "../widgets/usePages";
import type { IdentityProvider } from "./types";

/** The identity providers of the realm; each has rules that lead from what it sends to groups. */
export const RulesPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const pages = usePages((page, signal) => api.get(route("/identity-providers"), { ...page, search }, { signal }), [api, search]);
  const columns: Column<IdentityProvider>[] = [
    { name: t("fa.rules.provider"), show: ({ alias, displayName }) => <Link to={`${basePath}/rules/${encodeURIComponent(alias)}`}>{displayName}</Link> },
    { name: t("fa.rules.alias"), show: ({ alias }) => alias },
  ];
  return (
    <>
      <PageTitle title={t("fa.rules")}>{t("fa.rules.what")}</PageTitle>
      <PageSection variant="light">
        <ListTools label={t("fa.rules.search")} onSearch={setSearch} />
        <PagedTable
          label={t("fa.rules.providers")}
          pages={pages}
          columns={columns}
          keyOf={({ alias }) => alias}
          empty={
            search ? (
              <Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />
            ) : (
              <Nothing title={t("fa.rules.noProvider")} body={t("fa.rules.noProvider.body")} />
            )
          }
        />
      </PageSection>
    </>
  );
};
