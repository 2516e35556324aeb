import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Grant } from "../api/types";
import { RoleLabel } from "../widgets/Marks";
import { type Column, PagedTable } from "../widgets/PagedTable";
import type { Pages } from "../widgets/usePages";
import { When } from "../widgets/When";
import { GrantOrigin, GrantPlace } from "./GrantFacts";

interface HeldTableProps {
  /** Whose roles they are, by id: what is another's comes by a group. */
  holder: string;
  pages: Pages<Grant>;
  /** Whether the reader can open what is named: administrators can. */
  isLinked?: boolean;
  actions?: Column<Grant>;
  empty: ReactNode;
}

/** Roles with where they count, where they come from and when they end. */
export const HeldTable = ({ holder, pages, isLinked = false, actions, empty }: HeldTableProps) => {
  const { t } = useTranslation();
  const columns: Column<Grant>[] = [
    { name: t("fa.held.where"), show: (grant) => <GrantPlace grant={grant} isLinked={isLinked} /> },
    { name: t("fa.role"), show: ({ role }) => <RoleLabel role={role} /> },
    { name: t("fa.origin"), show: (grant) => <GrantOrigin grant={grant} isOwn={grant.principalId === holder} isLinked={isLinked} /> },
    { name: t("fa.end"), show: ({ expiresAt }) => (expiresAt ? <When at={expiresAt} /> : t("fa.never")) },
  ];
  return (
    <PagedTable
      label={t("fa.held")}
      pages={pages}
      columns={actions ? [...columns, actions] : columns}
      keyOf={({ id, via }) => `${id} ${via}`}
      empty={empty}
    />
  );
};
