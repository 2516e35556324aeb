import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader } from "@patternfly/react-core";
import type { ReactNode } from "react";

interface NothingProps {
  title: string;
  /** Why that is, and what to do next. */
  body: string;
  /** The button that does it. */
  children?: ReactNode;
}

/** What stands where there is nothing: never just a blank. */
export const Nothing = ({ title, body, children }: NothingProps) => (
  <EmptyState variant="sm">
    <EmptyStateHeader titleText={title} headingLevel="h2" />
    <EmptyStateBody>{body}</EmptyStateBody>
    {children && (
      <EmptyStateFooter>
        <EmptyStateActions>{children}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
);
