import { Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { SearchField } from "./SearchField";

/** What stands above a list: a search, and what adds to it. */
export const ListTools = ({ label, onSearch, children }: { label: string; onSearch: (text: string) => void; children?: ReactNode }) => (
  <Toolbar inset={{ default: "insetNone" }}>
    <ToolbarContent>
      <ToolbarItem variant="search-filter">
        <SearchField label={label} onSearch={onSearch} />
      </ToolbarItem>
      {children && <ToolbarItem>{children}</ToolbarItem>}
    </ToolbarContent>
  </Toolbar>
);
