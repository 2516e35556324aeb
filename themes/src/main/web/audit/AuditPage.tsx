import { PageSection } from "@patternfly/react-core";
import type { components } from "openapi";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import { route } from "../api/routes";
import { useReadingApi } from "../glass/context";
import { LookButton } from "../glass/LookButton";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PageTitle } from "../widgets/PageTitle";
import { PrincipalName } from "../widgets/PrincipalName";
import { When } from "../widgets/When";
import { ChangeFacts } from "./ChangeFacts";
import { FilterForm } from "./FilterForm";
import { filtersOf, toParams, toQuery } from "./filters";
import { useCursor } from "./useCursor";

export type AuditRow = components["schemas"]["AuditRow"];

/** Who changed what, when and why, newest first: the whole of it for administrators, and a node's for whoever manages its access. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const rows = useCursor<AuditRow>(
    (cursor, signal) => api.get(route("/audit"), { ...toQuery(filters), max: 50, cursor } as object, { signal }),
    [api, params.toString()],
  );
  const columns: Column<AuditRow>[] = [
    { name: t("fa.audit.at"), show: ({ at }) => <When at={at} /> },
    { name: t("fa.audit.actor"), show: ({ actor }) => <PrincipalName reference={actor} /> },
    { name: t("fa.audit.change"), show: (row) => <ChangeFacts row={row} /> },
    { name: t("fa.audit.node"), show: ({ node }) => node ?? "" },
    { name: t("fa.audit.principal"), show: ({ principal }) => principal && <PrincipalName reference={principal} /> },
  ];
  return (
    <>
      <PageTitle title={t("fa.audit")} actions={<LookButton />}>{t("fa.audit.what")}</PageTitle>
      <PageSection variant="light">
        <FilterForm key={params.toString()} filters={filters} onFilter={(wanted) => setParams(toParams(wanted))} />
        <PagedTable
          label={t("fa.audit")}
          pages={rows}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Nothing title={t("fa.audit.none")} body={t("fa.audit.none.body")} />}
        />
      </PageSection>
    </>
  );
};
