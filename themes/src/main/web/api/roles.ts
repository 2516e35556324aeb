import type { Action, NodeKind, Role } from "./types";

/** Strongest first. */
export const ROLES: readonly Role[] = [
  "owner",
  "editor",
  "sensitive-consumer",
  "consumer",
  "operator",
  "viewer",
  "data-reader",
];

/** In the order in which they are told: what looks, what reads, what runs, what changes, what gives away. */
export const ACTIONS: readonly Action[] = [
  "view",
  "view-access",
  "plan",
  "restore",
  "read-online",
  "read-offline",
  "read-sensitive",
  "trigger-jobs",
  "manage-jobs",
  "apply",
  "manage-datasets",
  "ingest",
  "delete-keys",
  "update",
  "create-project",
  "register-feature-set",
  "read-secrets",
  "suppress-recreates",
  "manage-secrets",
  "manage-access",
  "delete",
];

const IMPLIED: Record<Role, readonly Role[]> = {
  owner: ["editor"],
  editor: ["operator", "sensitive-consumer"],
  "sensitive-consumer": ["consumer"],
  consumer: ["viewer", "data-reader"],
  operator: ["viewer"],
  viewer: [],
  "data-reader": [],
};

const EVERYWHERE: Record<Role, readonly Action[]> = {
  owner: ["manage-access", "delete"],
  editor: ["manage-datasets", "ingest", "delete-keys", "update"],
  "sensitive-consumer": ["read-sensitive"],
  consumer: [],
  operator: ["trigger-jobs", "manage-jobs"],
  viewer: ["view", "view-access"],
  "data-reader": ["read-online", "read-offline"],
};

const OF_KIND: Record<NodeKind, Partial<Record<Role, readonly Action[]>>> = {
  workspace: {
    owner: ["suppress-recreates", "manage-secrets"],
    editor: ["apply", "create-project", "read-secrets"],
    viewer: ["plan", "restore"],
  },
  project: { editor: ["register-feature-set"] },
  "feature-set": {},
};

/** What the setting of a workspace adds to viewer. */
const OFFLINE: readonly Action[] = ["read-offline"];

/**
 * What a role permits on a node of a kind. The server decides; this table is only what a screen tells before somebody saves, and
 * a test compares it with the server.
 */
export function actionsOf(role: Role, kind: NodeKind, viewersReadOffline = false): Set<Action> {
  const own = [...EVERYWHERE[role], ...(OF_KIND[kind][role] ?? []), ...(role === "viewer" && viewersReadOffline ? OFFLINE : [])];
  return new Set([...own, ...IMPLIED[role].flatMap((implied) => [...actionsOf(implied, kind, viewersReadOffline)])]);
}
