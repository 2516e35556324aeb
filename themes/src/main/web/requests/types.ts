import type { components } from "openapi";

/** A request for access, or the permission that it or a grant became. */
export type AccessRequest = components["schemas"]["Request"];
export type RequestState = components["schemas"]["RequestState"];

/** In the order of a request's life. */
export const STATES: readonly RequestState[] = ["PENDING", "GRANTED", "REJECTED", "WITHDRAWN", "EXPIRED", "REVOKED"];
