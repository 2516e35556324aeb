import { Button, Skeleton } from "@patternfly/react-core";
import { Td, Tr, TreeRowWrapper } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { childrenRoute } from "../api/routes";
import type { Node } from "../api/types";
import { basePath } from "../environment";
import { AskButton, mayAskFor } from "../requests/AskButton";
import { useApi } from "../shell/context";
import { Marks, RoleLabel } from "../widgets/Marks";
import { type Pages, usePages } from "../widgets/usePages";
import { Refusal } from "../widgets/Refusal";

/** The rows of one list of siblings; an open one is followed by its own children, which are asked for only then. */
export const TreeRows = ({ pages, level }: { pages: Pages<Node>; level: number }) => {
  const { t } = useTranslation();
  if (pages.data === undefined) {
    return <Note>{pages.problem ? <Refusal problem={pages.problem} /> : <Skeleton screenreaderText={t("fa.loading")} />}</Note>;
  }
  const siblings = pages.data.length;
  return (
    <>
      {pages.data.map((node, index) => (
        <Branch key={node.id} node={node} level={level} position={index + 1} siblings={siblings} />
      ))}
      {siblings === 0 && <Note>{t("fa.nothingHere")}</Note>}
      {pages.hasMore && (
        <Note>
          <Button variant="link" isInline isLoading={pages.loading} onClick={pages.showMore}>
            {t("fa.showMore")}
          </Button>
        </Note>
      )}
    </>
  );
};

const Note = ({ children }: { children: React.ReactNode }) => (
  <Tr>
    <Td colSpan={3}>{children}</Td>
  </Tr>
);

interface BranchProps {
  node: Node;
  level: number;
  position: number;
  siblings: number;
}

const Branch = ({ node, level, position, siblings }: BranchProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isLeaf = node.kind === "feature-set";
  const treeRow = {
    onCollapse: () => setOpen(!isOpen),
    props: {
      isExpanded: isOpen,
      isHidden: false,
      // On a phone too: what a node is must not hide behind a button.
      isDetailsExpanded: true,
      "aria-level": level,
      "aria-posinset": position,
      "aria-setsize": isLeaf ? 0 : siblings,
      toggleAriaLabel: t("fa.open", { name: node.displayName }),
    },
  };
  return (
    <>
      <TreeRowWrapper row={{ props: { ...treeRow.props, "aria-setsize": siblings } }} aria-expanded={isLeaf ? undefined : isOpen}>
        <Td dataLabel={t("fa.name")} treeRow={treeRow}>
          <Link to={`${basePath}/explore/${node.path}`} className="fa-break">
            {node.displayName}
          </Link>
        </Td>
        <Td dataLabel={t("fa.myRole")}>
          <RoleLabel role={node.myRoles[0]} />{" "}
          {node.myRoles.length === 0 && mayAskFor(node) && <AskButton node={node} variant="link" isInline />}
        </Td>
        <Td dataLabel={t("fa.marks")}>
          <Marks node={node} />
        </Td>
      </TreeRowWrapper>
      {isOpen && <Children parent={node.path} level={level + 1} />}
    </>
  );
};

const Children = ({ parent, level }: { parent: string; level: number }) => {
  const api = useApi();
  const pages = usePages((page, signal) => api.get(childrenRoute(parent), page, { signal }), [api, parent]);
  return <TreeRows pages={pages} level={level} />;
};
