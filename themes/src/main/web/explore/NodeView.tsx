import { PageSection, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Node } from "../api/types";
import { LookButton } from "../glass/LookButton";
import { ListTools } from "../widgets/ListTools";
import { MyAccess } from "./MyAccess";
import { NodeFacts } from "./NodeFacts";
import { NodeHeader } from "./NodeHeader";
import { NodeTree } from "./NodeTree";

/** A node: what it is, what I may do there and why, and what lies below. */
export const NodeView = ({ node, reload }: { node: Node; reload: () => void }) => {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  return (
    <>
      <NodeHeader node={node} here="explore" reload={reload} />
      <PageSection variant="light">
        <NodeFacts node={node} />
      </PageSection>
      <PageSection variant="light">
        <MyAccess node={node} />
      </PageSection>
      {node.kind !== "feature-set" && (
        <PageSection variant="light">
          <Title headingLevel="h2">{t(`fa.below.${node.kind}`)}</Title>
          <ListTools label={t(`fa.search.${node.kind}`)} onSearch={setSearch}>
            <LookButton />
          </ListTools>
          <NodeTree parent={node.path} search={search} label={t(`fa.below.${node.kind}`)} />
        </PageSection>
      )}
    </>
  );
};
