import type { ReactElement } from "react";
import type { Me } from "./api/types";
import { Explore } from "./explore/Explore";
import { NodePage } from "./explore/NodePage";
import { PermissionsPage } from "./permissions/PermissionsPage";

export interface OwnPage {
  /** Below the console's base; `*` at the end takes whatever follows. */
  path: string;
  element: ReactElement;
  /** The key of its name in the menu; pages without one are reached from others. */
  label?: string;
  /** Whether the menu offers it; everyone is offered a page that does not say. */
  isOffered?: (me: Me) => boolean;
  /** The page that the menu shows as current while this one is open; itself unless given. */
  partOf?: string;
}

/** The feature store's own pages, in the order of the menu. */
export const OWN_PAGES: OwnPage[] = [
  { path: "explore", label: "fa.explore", element: <Explore /> },
  { path: "explore/*", partOf: "explore", element: <NodePage /> },
  { path: "permissions/*", partOf: "explore", element: <PermissionsPage /> },
];

/** The page of the menu that a path below the console's base belongs to. */
export function menuPath(here: string): string | undefined {
  const page = OWN_PAGES.find(({ path }) => (path.endsWith("/*") ? here.startsWith(path.slice(0, -1)) : path === here));
  return page?.partOf ?? page?.path;
}
