import { Button, EmptyState, EmptyStateBody, EmptyStateHeader, Skeleton } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { directRoles } from "../api/changes";
import type { Access, Node, PrincipalType } from "../api/types";
import { RoleLabel } from "../widgets/Marks";
import { PrincipalName, principalParts } from "../widgets/PrincipalName";
import { Refusal } from "../widgets/Refusal";
import type { Pages } from "../widgets/usePages";
import { WhyList } from "../widgets/WhyList";
import { ChangeAccess } from "./ChangeAccess";
import { RemoveAccess } from "./RemoveAccess";

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
  if (pages.data?.length === 0) {
    return (
      <EmptyState>
        <EmptyStateHeader titleText={t(isSearched ? "fa.nothingFound" : `fa.nobody.${type}`)} headingLevel="h2" />
        <EmptyStateBody>{t(emptyHint(isSearched, mayChange))}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      <Refusal problem={pages.problem} retry={pages.reload} />
      <Table variant="compact" aria-label={t(`fa.types.${type}`)} aria-busy={pages.loading} className={pages.loading ? "fa-busy" : ""}>
        <Thead>
          <Tr>
            <Th width={20}>{t("fa.name")}</Th>
            <Th width={15}>{t("fa.role")}</Th>
            <Th>{t("fa.origin")}</Th>
            {mayChange && <Th screenReaderText={t("fa.actions")} />}
          </Tr>
        </Thead>
        <Tbody>{pages.data?.map((access) => <Row key={access.principalId} {...{ access, node, mayChange }} saved={pages.reload} />) ?? <Waiting />}</Tbody>
      </Table>
      {pages.hasMore && (
        <Button variant="link" isLoading={pages.loading} onClick={pages.showMore}>
          {t("fa.showMore")}
        </Button>
      )}
    </>
  );
};

interface RowProps {
  access: Access;
  node: Node;
  mayChange: boolean;
  saved: () => void;
}

const Row = ({ access, node, mayChange, saved }: RowProps) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"change" | "remove">();
  const { name } = principalParts(access.principal);
  const dialogProps = { node, access, close: () => setDialog(undefined), saved };
  return (
    <Tr>
      <Td dataLabel={t("fa.name")}>
        <PrincipalName reference={access.principal} />
      </Td>
      <Td dataLabel={t("fa.role")}>
        <RoleLabel role={access.strongest} />
      </Td>
      <Td dataLabel={t("fa.origin")}>
        <WhyList why={access.why} path={node.path} />
      </Td>
      {mayChange && (
        <Td className="fa-row-actions">
          <Button variant="link" isInline aria-label={t("fa.change.of", { name })} onClick={() => setDialog("change")}>
            {t("fa.change")}
          </Button>{" "}
          {directRoles(access, node.path).length > 0 && (
            <Button variant="link" isInline isDanger aria-label={t("fa.remove.of", { name })} onClick={() => setDialog("remove")}>
              {t("fa.remove")}
            </Button>
          )}
          {dialog === "change" && <ChangeAccess {...dialogProps} />}
          {dialog === "remove" && <RemoveAccess {...dialogProps} />}
        </Td>
      )}
    </Tr>
  );
};

const Waiting = () => {
  const { t } = useTranslation();
  return (
    <Tr>
      <Td colSpan={4}>
        <Skeleton height="4rem" screenreaderText={t("fa.loading")} />
      </Td>
    </Tr>
  );
};

function emptyHint(isSearched: boolean, mayChange: boolean): string {
  if (isSearched) return "fa.nobodyFound.body";
  return mayChange ? "fa.nobody.add" : "fa.nobody.askOwners";
}
