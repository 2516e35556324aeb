import { Label, LabelGroup, Skeleton, Stack, Text, Title, Tooltip } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { nodeRoute } from "../api/routes";
import type { Access, Action, Node } from "../api/types";
import { AskButton, mayAskFor } from "../requests/AskButton";
import { useReadingApi } from "../glass/context";
import { useMe, useMyId } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Refusal } from "../widgets/Refusal";
import { WhyList } from "../widgets/WhyList";

/** What I may do on a node, and by what. Where I hold nothing, how to get something. */
export const MyAccess = ({ node }: { node: Node }) => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const principal = `id:${useMyId()}`;
  const access = useLoad(
    async (signal) => (await api.get(nodeRoute(node.path, "/access"), { principal }, { signal })) as Access,
    [api, node.path, principal],
  );
  return (
    <Stack hasGutter>
      <Title headingLevel="h2">{t("fa.myAccess")}</Title>
      <Refusal problem={access.problem} retry={access.reload} />
      {access.data && <Why access={access.data} node={node} />}
      {access.loading && !access.data && <Skeleton height="4rem" screenreaderText={t("fa.loading")} />}
    </Stack>
  );
};

const Why = ({ access, node }: { access: Access; node: Node }) => {
  const { t } = useTranslation();
  const isAdmin = useMe()?.accountType === "admin";
  return (
    <>
      <Actions actions={node.myActions} />
      {access.why.length > 0 ? <WhyList why={access.why} path={node.path} /> : <Text>{t(isAdmin ? "fa.byAdmin" : "fa.bySight")}</Text>}
      {access.why.length === 0 && !isAdmin && <Text>{t("fa.askOwners")}</Text>}
      {mayAskFor(node) && (
        <div>
          <AskButton node={node} variant="secondary" />
        </div>
      )}
    </>
  );
};

/** Actions by name, each with what it means. */
export const Actions = ({ actions }: { actions: Action[] }) => {
  const { t } = useTranslation();
  return (
    <LabelGroup numLabels={30} aria-label={t("fa.actions")}>
      {actions.map((action) => (
        <Tooltip key={action} content={t(`fa.action.${action}`)}>
          <Label isCompact tabIndex={0}>
            {action}
          </Label>
        </Tooltip>
      ))}
    </LabelGroup>
  );
};
