import type { Node, NodeKind } from "../api/types";

/** A node as a form holds it: fields that its kind does not have are kept at what changes nothing. */
export interface Draft {
  name: string;
  displayName: string;
  description: string;
  workspaceKind: "dev" | "live";
  locked: boolean;
  secret: boolean;
  viewersReadOffline: boolean;
  /** One feature a line. */
  sensitiveFeatures: string;
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** What the API takes as a node's name. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

/** A form that nobody has filled in yet. Workspaces are locked unless somebody says otherwise. */
export function emptyDraft(kind: NodeKind): Draft {
  return {
    name: "",
    displayName: "",
    description: "",
    workspaceKind: "dev",
    locked: kind === "workspace",
    secret: false,
    viewersReadOffline: false,
    sensitiveFeatures: "",
  };
}

export function draftOf(node: Node): Draft {
  return {
    name: node.name,
    displayName: node.displayName,
    description: node.description,
    workspaceKind: node.workspaceKind ?? "dev",
    locked: node.locked ?? false,
    secret: node.secret ?? false,
    viewersReadOffline: node.settings?.viewersReadOffline ?? false,
    sensitiveFeatures: (node.sensitiveFeatures ?? []).join("\n"),
  };
}

/** What is sent to make the node. */
export function newNode(kind: NodeKind, draft: Draft) {
  return {
    name: draft.name,
    displayName: draft.displayName.trim() || undefined,
    description: draft.description.trim() || undefined,
    ...traits(kind, draft),
    ...(kind === "workspace" ? { kind: draft.workspaceKind } : {}),
  };
}

/** What is sent to change the node: only what differs, since each field may need a right of its own. */
export function changedFields(node: Node, draft: Draft): Record<string, unknown> {
  const before = fields(node.kind, draftOf(node));
  const after = fields(node.kind, draft);
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

function fields(kind: NodeKind, draft: Draft): Record<string, unknown> {
  return { displayName: draft.displayName.trim(), description: draft.description.trim(), ...traits(kind, draft) };
}

function traits(kind: NodeKind, draft: Draft) {
  const { locked, secret, viewersReadOffline } = draft;
  if (kind === "workspace") return { locked, settings: { viewersReadOffline } };
  return kind === "project" ? { secret, locked } : { secret, sensitiveFeatures: lines(draft.sensitiveFeatures) };
}

/** Each line once, without blanks around it. */
export function lines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
