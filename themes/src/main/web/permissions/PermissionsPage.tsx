import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Node, PrincipalType } from "../api/types";
import { LoadedNode } from "../explore/LoadedNode";
import { NodeHeader } from "../explore/NodeHeader";
import { Missing } from "../shell/Missing";
import { AccessList } from "./AccessList";

const TYPES: readonly PrincipalType[] = ["user", "service-account", "group"];

/** Who has access to a node, by what, and how to change that. */
export const PermissionsPage = () => (
  <LoadedNode>
    {(node, reload) => (node.myActions.includes("view-access") ? <Permissions node={node} reload={reload} /> : <Missing />)}
  </LoadedNode>
);

const Permissions = ({ node, reload }: { node: Node; reload: () => void }) => {
  const { t } = useTranslation();
  const [type, setType] = useState<string | number>("user");
  return (
    <>
      <NodeHeader node={node} here="permissions" reload={reload} />
      <PageSection variant="light">
        <Tabs activeKey={type} onSelect={(_, key) => setType(key)} aria-label={t("fa.permissions")} mountOnEnter unmountOnExit>
          {TYPES.map((one) => (
            <Tab key={one} eventKey={one} title={<TabTitleText>{t(`fa.types.${one}`)}</TabTitleText>}>
              <AccessList node={node} type={one} />
            </Tab>
          ))}
        </Tabs>
      </PageSection>
    </>
  );
};
