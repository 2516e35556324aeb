import type { components } from "openapi";

type Schemas = components["schemas"];

export type Access = Schemas["Access"];
export type Action = Schemas["Action"];
export type Decision = Schemas["Decision"];
export type Grant = Schemas["Grant"];
export type Me = Schemas["Me"];
export type Membership = Schemas["Membership"];
export type Node = Schemas["Node"];
export type NodeKind = Schemas["NodeKind"];
export type Principal = Schemas["Principal"];
export type PrincipalType = Schemas["PrincipalType"];
export type Role = Schemas["Role"];
export type Why = Schemas["Why"];
