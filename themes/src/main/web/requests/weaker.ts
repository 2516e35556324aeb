import { actionsOf, ROLES } from "../api/roles";
import type { NodeKind, Role } from "../api/types";

/** The roles that can be granted to who asked for one: itself, and those whose actions are among its own. */
export function grantable(asked: Role, kind: NodeKind): Role[] {
  const wanted = actionsOf(asked, kind);
  return ROLES.filter((role) => [...actionsOf(role, kind)].every((action) => wanted.has(action)));
}

/** The roles on the project that a role on a feature set needs along with it, smallest first. */
export function projectRolesFor(role: Role): Role[] {
  const needed: Role = role === "viewer" || role === "operator" ? "viewer" : role === "data-reader" ? "data-reader" : "consumer";
  const actions = actionsOf(needed, "project");
  return ROLES.filter((one) => [...actions].every((action) => actionsOf(one, "project").has(action))).reverse();
}
