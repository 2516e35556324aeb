import { ACTIONS, actionsOf } from "./roles";
import type { Access, Action, Node, Role, Why } from "./types";

export interface Changes {
  gained: Action[];
  lost: Action[];
}

/** What bears on what a role gives, beside the node itself. */
export interface Surroundings {
  /** The workspace's setting; undefined where one cannot see the workspace. */
  viewersReadOffline?: boolean;
  /** Whether the node lies in a secret project: only who owns that counts. */
  isBelowSecret?: boolean;
  /** Whether what was given here before stays beside the new role. */
  keepsOthers?: boolean;
}

/** Whether a role was given on this very node, to this very principal: only such a role is changed and removed here. */
export function isDirect(why: Why, path: string): boolean {
  return why.grantedOn === path && why.via === undefined;
}

/** The roles that were given on this very node, to this very principal. */
export function directRoles(access: Access, path: string): Why[] {
  return access.why.filter((why) => isDirect(why, path));
}

/**
 * What somebody gains and loses when they are given a role on a node, or lose what they were given there: all that reaches them
 * from elsewhere stays, and so does what no role explains, as what is seen because it is not locked. A disabled account has nothing.
 */
export function changesIf(access: Access, node: Pick<Node, "path" | "kind" | "secret">, role: Role | "none", around: Surroundings): Changes {
  if (access.why.some((why) => why.sleeping === "disabled")) return { gained: [], lost: [] };
  const actions = (one: Role) => [...actionsOf(one, node.kind, around.viewersReadOffline)];
  const counting = access.why.filter((why) => why.sleeping === undefined).map((why) => ({ ...why, isDirect: isDirect(why, node.path) }));
  const staying = counting.filter((why) => !why.isDirect || (around.keepsOthers && role !== "none")).map((why) => why.inheritedAs);
  const roles = role !== "none" && counts(role, node, around) ? [...staying, role] : staying;
  const explained = new Set(counting.flatMap((why) => actions(why.inheritedAs)));
  const now = new Set(access.actions);
  const then = new Set(roles.flatMap(actions));
  [...now].filter((action) => !explained.has(action) && stays(action, then, around)).forEach((action) => then.add(action));
  return {
    gained: ACTIONS.filter((action) => then.has(action) && !now.has(action)),
    lost: ACTIONS.filter((action) => now.has(action) && !then.has(action)),
  };
}

/** On what is secret only owners count. */
function counts(role: Role, node: Pick<Node, "secret">, around: Surroundings): boolean {
  return !around.isBelowSecret && (!node.secret || role === "owner");
}

/** Reading offline may come with viewing, by a setting that one cannot see. */
function stays(action: Action, then: Set<Action>, around: Surroundings): boolean {
  return action !== "read-offline" || around.viewersReadOffline !== undefined || then.has("view");
}
