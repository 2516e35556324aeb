import { Button, Skeleton } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "./Refusal";
import type { Pages } from "./usePages";

export interface Column<T> {
  /** What stands above it, and beside each of its values on a phone. */
  name: string;
  show: (row: T) => ReactNode;
  /** What is no value but what may be done with the row. */
  isAction?: boolean;
}

interface PagedTableProps<T> {
  label: string;
  pages: Pages<T>;
  columns: Column<T>[];
  keyOf: (row: T) => string;
  /** What stands there instead of a table without rows. */
  empty: ReactNode;
}

/** A list of the server's that grows by a page on wish. It keeps its rows, and so its height, while newer ones are on the way. */
export function PagedTable<T>({ label, pages, columns, keyOf, empty }: PagedTableProps<T>) {
  const { t } = useTranslation();
  if (pages.data?.length === 0 && !pages.loading) return <>{empty}</>;
  return (
    <>
      <Refusal problem={pages.problem} retry={pages.reload} />
      {!(pages.problem && pages.data === undefined) && (
        <Table variant="compact" aria-label={label} aria-busy={pages.loading} className={pages.loading ? "fa-busy" : ""}>
          <Thead>
            <Tr>
              {columns.map(({ name, isAction }) => (
                <Th key={name} screenReaderText={isAction ? name : undefined}>
                  {!isAction && name}
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {pages.data?.map((row) => (
              <Tr key={keyOf(row)}>
                {columns.map(({ name, show, isAction }) => (
                  <Td key={name} dataLabel={isAction ? undefined : name} isActionCell={isAction} modifier="breakWord">
                    <div>{show(row)}</div>
                  </Td>
                ))}
              </Tr>
            )) ?? <Awaited columns={columns.length} text={t("fa.loading")} />}
          </Tbody>
        </Table>
      )}
      {pages.hasMore && (
        <Button variant="link" isLoading={pages.loading} onClick={pages.showMore}>
          {t("fa.showMore")}
        </Button>
      )}
    </>
  );
}

/** Rows that are on the way. */
const Awaited = ({ columns, text }: { columns: number; text: string }) =>
  [1, 2, 3].map((row) => (
    <Tr key={row}>
      <Td colSpan={columns}>
        <Skeleton screenreaderText={row === 1 ? text : ""} />
      </Td>
    </Tr>
  ));
