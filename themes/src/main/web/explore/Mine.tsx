import { ToggleGroup, ToggleGroupItem, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import type { Node, NodeKind } from "../api/types";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { Marks, RoleLabel } from "../widgets/Marks";
import { Nothing } from "../widgets/Nothing";
import { type Column, PagedTable } from "../widgets/PagedTable";
import { usePages } from "../widgets/usePages";

/** The kinds, each with the name for many of it. */
const KINDS: readonly [NodeKind, string][] = [
  ["workspace", "fa.workspaces"],
  ["project", "fa.below.workspace"],
  ["feature-set", "fa.below.project"],
];

/** What I hold a role on, by path: also below what I cannot see, where no tree leads. */
export const Mine = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [kind, setKind] = useState<NodeKind>();
  const pages = usePages((page, signal) => api.get(route("/me/access"), { ...page, kind }, { signal }), [api, kind]);
  return (
    <>
      <KindToggle kind={kind} onChange={setKind} />
      <PagedTable
        label={t("fa.explore.tab.mine")}
        pages={pages}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={<Nothing title={t("fa.mine.none")} body={t("fa.mine.none.body")} />}
      />
    </>
  );
};

function useColumns(): Column<Node>[] {
  const { t } = useTranslation();
  return [
    { name: t("fa.name"), show: ({ path, displayName }) => <Link to={`${basePath}/explore/${path}`}>{displayName}</Link> },
    { name: t("fa.path"), show: ({ path }) => path },
    { name: t("fa.myRole"), show: ({ myRoles }) => <RoleLabel role={myRoles[0]} /> },
    { name: t("fa.marks"), show: (node) => <Marks node={node} /> },
  ];
}

interface KindToggleProps {
  /** Undefined for all of them. */
  kind?: NodeKind;
  onChange: (kind?: NodeKind) => void;
}

const KindToggle = ({ kind, onChange }: KindToggleProps) => {
  const { t } = useTranslation();
  return (
    <Toolbar inset={{ default: "insetNone" }}>
      <ToolbarContent>
        <ToolbarItem>
          <ToggleGroup aria-label={t("fa.kind")}>
            <ToggleGroupItem text={t("fa.kind.all")} isSelected={kind === undefined} onChange={() => onChange(undefined)} />
            {KINDS.map(([one, name]) => (
              <ToggleGroupItem key={one} text={t(name)} isSelected={kind === one} onChange={() => onChange(one)} />
            ))}
          </ToggleGroup>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};
