import { Button, Skeleton } from "@patternfly/react-core";
import { Td, Tr, TreeRowWrapper } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { childrenRoute } from "../api/routes";
import type { Node } from "../api/types";
import { basePath } from "../environment";
import { AskButton, mayAskFor } from "../requests/AskButton";
import { useReadingApi } from "../glass/context";
import { Marks, RoleLabel } from "../widgets/Marks";
import { type Pages, usePages } from "../widgets/usePages";
import { Refusal } from "../widgets/Refusal";

interface TreeRowsProps {
  pages: Pages<Node>;
  level: number;
  /** Whether the first of them lie in many places, and all tell of what kind they are. */
  isFound: boolean;
}

/** The rows of one list of siblings; an open one is followed by its own children, which are asked for only then. */
export const TreeRows = ({ pages, level, isFound }: TreeRowsProps) => {
  const { t } = useTranslation();
  const columns = isFound ? 4 : 3;
  if (pages.data === undefined) {
    return <Note columns={columns}>{pages.problem ? <Refusal problem={pages.problem} /> : <Skeleton screenreaderText={t("fa.loading")} />}</Note>;
  }
  const siblings = pages.data.length;
  return (
    <>
      {pages.data.map((node, index) => (
        <Branch key={node.id} node={node} level={level} position={index + 1} siblings={siblings} isFound={isFound} />
      ))}
      {siblings === 0 && <Note columns={columns}>{t("fa.nothingHere")}</Note>}
      {pages.hasMore && (
        <Note columns={columns}>
          <Button variant="link" isInline isLoading={pages.loading} onClick={pages.showMore}>
            {t("fa.showMore")}
          </Button>
        </Note>
      )}
    </>
  );
};

interface NoteProps {
  /** As many as the table has. */
  columns: number;
  children: React.ReactNode;
}

const Note = ({ columns, children }: NoteProps) => (
  <Tr>
    <Td colSpan={columns}>{children}</Td>
  </Tr>
);

interface BranchProps {
  node: Node;
  level: number;
  position: number;
  siblings: number;
  isFound: boolean;
}

const Branch = ({ node, level, position, siblings, isFound }: BranchProps) => {
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
          {isFound && level === 1 && <div className="fa-break fa-path">{node.path}</div>}
        </Td>
        {isFound && <Td dataLabel={t("fa.kind")}>{t(`fa.kind.${node.kind}`)}</Td>}
        <Td dataLabel={t("fa.myRole")}>
          <RoleLabel role={node.myRoles[0]} />{" "}
          {node.myRoles.length === 0 && mayAskFor(node) && <AskButton node={node} variant="link" isInline />}
        </Td>
        <Td dataLabel={t("fa.marks")}>
          <Marks node={node} />
        </Td>
      </TreeRowWrapper>
      {isOpen && <Children parent={node.path} level={level + 1} isFound={isFound} />}
    </>
  );
};

const Children = ({ parent, level, isFound }: { parent: string; level: number; isFound: boolean }) => {
  const api = useReadingApi();
  const pages = usePages((page, signal) => api.get(childrenRoute(parent), page, { signal }), [api, parent]);
  return <TreeRows pages={pages} level={level} isFound={isFound} />;
};
