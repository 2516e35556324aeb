import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import type { Node } from "../api/types";
import { basePath } from "../environment";
import { useReadingApi } from "../glass/context";
import { LookButton } from "../glass/LookButton";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PageTitle } from "../widgets/PageTitle";
import { PrincipalName } from "../widgets/PrincipalName";
import { usePages } from "../widgets/usePages";
import { When } from "../widgets/When";

/** Nodes that nobody owns any more; each leads to where an owner is made. */
export const OrphansPage = () => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const pages = usePages((page, signal) => api.get(route("/orphans"), page, { signal }), [api]);
  const columns: Column<Node>[] = [
    { name: t("fa.path"), show: (node) => <Orphan node={node} /> },
    { name: t("fa.kind"), show: ({ kind }) => t(`fa.kind.${kind}`) },
    {
      name: t("fa.created"),
      show: ({ createdAt, createdBy }) => (
        <>
          <When at={createdAt} /> · <PrincipalName reference={createdBy} />
        </>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={t("fa.orphans")} actions={<LookButton />}>{t("fa.orphans.what")}</PageTitle>
      <PageSection variant="light">
        <PagedTable
          label={t("fa.orphans")}
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Nothing title={t("fa.orphans.none")} body={t("fa.orphans.none.body")} />}
        />
      </PageSection>
    </>
  );
};

/** Where an owner is made: on the node; of a secret one nobody who is no owner changes anything, so that a role above it has to reach it. */
const Orphan = ({ node: { path, secret } }: { node: Node }) => {
  const { t } = useTranslation();
  const above = path.slice(0, path.lastIndexOf("/"));
  return (
    <>
      <Link to={`${basePath}/${secret ? "explore" : "permissions"}/${path}`}>{path}</Link>
      {secret && (
        <div>
          {t("fa.orphans.secret")} <Link to={`${basePath}/permissions/${above}`}>{above}</Link>
        </div>
      )}
    </>
  );
};
