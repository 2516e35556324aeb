import type { paths } from "openapi";
import { text } from "./client";
import type { Route } from "./routes";

/** A route that is told something in its query though it is posted to; what is undefined or empty is left out. */
export function withQuery<P extends keyof paths>(route: Route<P>, query: object): Route<P> {
  return { url: route.url + text(query) };
}
