import { Grid, GridItem, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Await } from "../widgets/Await";
import { Nothing } from "../widgets/Nothing";
import { PageTitle } from "../widgets/PageTitle";
import { DryRun } from "./DryRun";
import { MapperCard } from "./MapperCard";
import { useEditing } from "./useEditing";

/** The rules of one identity provider, and beside them what they would do, also those that are not saved yet. */
export const ProviderRulesPage = () => {
  const { alias = "" } = useParams();
  return <ProviderRules key={alias} alias={alias} />;
};

const ProviderRules = ({ alias }: { alias: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const rules = useLoad((signal) => api.get(route("/identity-providers/{alias}/rules", { alias }), undefined, { signal }), [api, alias]);
  const { editing, start } = useEditing();
  return (
    <Await loaded={rules}>
      {({ items }) => (
        <>
          <PageTitle title={t("fa.rules.of", { alias })}>{t("fa.rules.of.what")}</PageTitle>
          <PageSection variant="light">
            <Grid hasGutter>
              <GridItem xl={7}>
                {items.length === 0 && <Nothing title={t("fa.rules.noMapper")} body={t("fa.rules.noMapper.body")} />}
                {items.map((mapper) => (
                  <MapperCard
                    key={mapper.id}
                    mapper={mapper}
                    editing={editing?.mapper.id === mapper.id ? editing : undefined}
                    edit={editing ? undefined : () => start(mapper)}
                    reload={rules.reload}
                  />
                ))}
              </GridItem>
              <GridItem xl={5}>
                <DryRun alias={alias} editing={editing} />
              </GridItem>
            </Grid>
          </PageSection>
        </>
      )}
    </Await>
  );
};
