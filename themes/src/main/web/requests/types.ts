import type { components, operations } from "openapi";

/** A request for access, or the permission that it or a grant became. */
export type AccessRequest = components["schemas"]["Request"];
/** What comes first. */
export type RequestOrder = NonNullable<NonNullable<operations["listRequests"]["parameters"]["query"]>["order"]>;
export type RequestState = components["schemas"]["RequestState"];

/** In the order of a request's life. */
export const STATES: readonly RequestState[] = ["PENDING", "GRANTED", "REJECTED", "WITHDRAWN", "EXPIRED", "REVOKED"];
