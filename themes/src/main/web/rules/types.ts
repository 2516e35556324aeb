import type { components } from "openapi";

export type MapperRules = components["schemas"]["MapperRules"];
export type Rule = components["schemas"]["Rule"];
export type RulePreview = components["schemas"]["RulePreview"];
export type IdentityProvider = components["schemas"]["IdentityProvider"];
