import { PageSection, Skeleton } from "@patternfly/react-core";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { nodeRoute } from "../api/routes";
import type { Node } from "../api/types";
import { LookButton } from "../glass/LookButton";
import { useReadingApi } from "../glass/context";
import { Missing } from "../shell/Missing";
import { useLoad } from "../shell/useLoad";
import { Refusal } from "../widgets/Refusal";

/** The node that the address names. One that is hidden and one that does not exist are the same page. */
export const LoadedNode = ({ children }: { children: (node: Node, reload: () => void) => ReactNode }) => {
  const { t } = useTranslation();
  const path = (useParams()["*"] ?? "").replace(/\/$/, "");
  const api = useReadingApi();
  const node = useLoad((signal) => api.get(nodeRoute(path, ""), undefined, { signal }), [api, path]);
  if (node.problem?.status === 404 || node.problem?.status === 422) {
    return (
      <Missing>
        <LookButton />
      </Missing>
    );
  }
  if (node.problem) return <Refusal problem={node.problem} retry={node.reload} />;
  if (node.data?.path !== path) {
    return (
      <PageSection variant="light">
        <Skeleton height="20rem" screenreaderText={t("fa.loading")} />
      </PageSection>
    );
  }
  return <Fragment key={node.data.id}>{children(node.data, node.reload)}</Fragment>;
};
