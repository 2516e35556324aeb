import { Breadcrumb, BreadcrumbItem, Button, Flex, FlexItem, PageSection, Text, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import type { Node } from "../api/types";
import { DeleteNode } from "../edit/DeleteNode";
import { EditNode } from "../edit/EditNode";
import { NewNode } from "../edit/NewNode";
import { basePath } from "../environment";
import { useTitle } from "../shell/useTitle";
import { Marks } from "../widgets/Marks";

interface HeaderProps {
  node: Node;
  /** Which of a node's pages this is. */
  here: "explore" | "permissions";
  reload: () => void;
}

/** A node's name, where it lies, and what one may do with it: nothing is offered that the API would refuse. */
export const NodeHeader = ({ node, here, reload }: HeaderProps) => {
  const { t } = useTranslation();
  useTitle(here === "explore" ? node.displayName : t("fa.permissionsOf", { name: node.displayName }));
  return (
    <PageSection variant="light">
      <Trail path={node.path} />
      <Flex className="fa-heading" justifyContent={{ default: "justifyContentSpaceBetween" }}>
        <FlexItem>
          <Title headingLevel="h1" className="fa-break">
            {here === "explore" ? node.displayName : t("fa.permissionsOf", { name: node.displayName })}
          </Title>
          <Marks node={node} />
          {here === "explore" && <Text className="fa-break fa-description">{node.description}</Text>}
        </FlexItem>
        <FlexItem>
          <NodeActions node={node} here={here} reload={reload} />
        </FlexItem>
      </Flex>
    </PageSection>
  );
};

/** The way down to a node. Of what lies above only the name is told, as not everyone may see it. */
const Trail = ({ path }: { path: string }) => {
  const { t } = useTranslation();
  const names = path.split("/");
  return (
    <Breadcrumb aria-label={t("fa.trail")}>
      <BreadcrumbItem render={({ className }) => <Link className={className} to={`${basePath}/explore`}>{t("fa.explore")}</Link>} />
      {names.map((name, depth) => (
        <BreadcrumbItem
          key={depth}
          isActive={depth === names.length - 1}
          render={({ className }) => (
            <Link className={className} to={`${basePath}/explore/${names.slice(0, depth + 1).join("/")}`}>
              {name}
            </Link>
          )}
        />
      ))}
    </Breadcrumb>
  );
};

type Dialog = "edit" | "new" | "delete";

const NodeActions = ({ node, here, reload }: HeaderProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog>();
  const may = (action: Node["myActions"][number]) => node.myActions.includes(action);
  const below = node.kind === "workspace" ? "project" : "feature-set";
  const mayCreate = node.kind === "workspace" ? may("create-project") : node.kind === "project" && may("register-feature-set");
  const close = () => setDialog(undefined);
  const other = here === "explore" ? "permissions" : "explore";
  return (
    <Flex spaceItems={{ default: "spaceItemsSm" }}>
      {may("view-access") && (
        <Button variant={here === "explore" ? "primary" : "secondary"} onClick={() => navigate(`${basePath}/${other}/${node.path}`)}>
          {t(here === "explore" ? "fa.permissions" : "fa.backToNode")}
        </Button>
      )}
      {here === "explore" && mayCreate && <Button variant="secondary" onClick={() => setDialog("new")}>{t(`fa.new.${below}`)}</Button>}
      {here === "explore" && (may("update") || may("manage-access")) && (
        <Button variant="secondary" onClick={() => setDialog("edit")}>{t("fa.edit")}</Button>
      )}
      {here === "explore" && may("delete") && (
        <Button variant="secondary" isDanger onClick={() => setDialog("delete")}>{t("fa.delete")}</Button>
      )}
      {dialog === "new" && <NewNode kind={below} parent={node.path} close={close} />}
      {dialog === "edit" && <EditNode node={node} close={close} saved={reload} />}
      {dialog === "delete" && <DeleteNode node={node} close={close} />}
    </Flex>
  );
};
