import { Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Children, type ReactNode } from "react";
import { SearchField } from "./SearchField";

interface ListToolbarProps {
  /** What is searched, as the field says. */
  label: string;
  onSearch: (text: string) => void;
  /** Buttons. */
  children?: ReactNode;
}

/** What stands above a list: a search, and what can be added. */
export const ListToolbar = ({ label, onSearch, children }: ListToolbarProps) => (
  <Toolbar inset={{ default: "insetNone" }}>
    <ToolbarContent>
      <ToolbarItem variant="search-filter">
        <SearchField label={label} onSearch={onSearch} />
      </ToolbarItem>
      {Children.toArray(children).map((child, at) => (
        <ToolbarItem key={at}>{child}</ToolbarItem>
      ))}
    </ToolbarContent>
  </Toolbar>
);
