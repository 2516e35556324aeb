import type { components } from "openapi";

export type ServiceAccount = components["schemas"]["ServiceAccount"];
export type ApiKey = components["schemas"]["ApiKey"];
