import { useTranslation } from "react-i18next";
import type { Access, Node, PrincipalType } from "../api/types";
import { RoleLabel } from "../widgets/Marks";
import { Nothing } from "../widgets/Nothing";
import { type Column, PagedTable } from "../widgets/PagedTable";
import { PrincipalName } from "../widgets/PrincipalName";
import type { Pages } from "../widgets/usePages";
import { WhyList } from "../widgets/WhyList";
import { AccessActions } from "./AccessActions";

interface TableProps {
  node: Node;
  type: PrincipalType;
  pages: Pages<Access>;
  isSearched: boolean;
  mayChange: boolean;
}

/** A row for each who has access: the strongest role, and every way by which roles arrive. */
export const AccessTable = ({ node, type, pages, isSearched, mayChange }: TableProps) => {
  const { t } = useTranslation();
  const columns: Column<Access>[] = [
    { name: t("fa.name"), show: ({ principal }) => <PrincipalName reference={principal} /> },
    { name: t("fa.role"), show: ({ strongest }) => <RoleLabel role={strongest} /> },
    { name: t("fa.origin"), show: ({ why }) => <WhyList why={why} path={node.path} /> },
  ];
  const actions: Column<Access> = {
    name: t("fa.actions"),
    show: (access) => <AccessActions access={access} node={node} saved={pages.reload} />,
  };
  return (
    <PagedTable
      label={t(`fa.types.${type}`)}
      pages={pages}
      columns={mayChange ? [...columns, actions] : columns}
      keyOf={({ principalId }) => principalId}
      empty={<Nothing title={t(isSearched ? "fa.nothingFound" : `fa.nobody.${type}`)} body={t(emptyHint(isSearched, mayChange))} />}
    />
  );
};

function emptyHint(isSearched: boolean, mayChange: boolean): string {
  if (isSearched) return "fa.nobodyFound.body";
  return mayChange ? "fa.nobody.add" : "fa.nobody.askOwners";
}
