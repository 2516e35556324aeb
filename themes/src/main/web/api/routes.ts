import type { paths } from "openapi";

/** An address of the API with its parameters filled in; `template` exists for the compiler only. */
export interface Route<P extends keyof paths> {
  readonly url: string;
  readonly template?: P;
}

/** Fills a template in: `route("/workspaces/{w}", { w: "fraud" })`. */
export function route<P extends keyof paths>(template: P, parameters: Record<string, string> = {}): Route<P> {
  return { url: template.replace(/\{(\w+)}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? "")) };
}

/** The three kinds of nodes answer in one shape, so that one template stands for all of them. */
type AnyNode = "/workspaces/{w}/projects/{p}/feature-sets/{f}";

const COLLECTIONS = ["workspaces", "projects", "feature-sets"];

/** A node, or what lies below it, by the node's path: `nodeRoute("fraud/payments", "/grants")`. */
export function nodeRoute<S extends "" | "/grants" | "/access">(path: string, below: S): Route<`${AnyNode}${S}`> {
  return { url: address(path) + below };
}

/** Where access to a node is asked for. */
export function requestsRoute(path: string): Route<`${AnyNode}/requests`> {
  return { url: `${address(path)}/requests` };
}

/** What stands for all workspaces where a node's path is expected. */
export const ALL_WORKSPACES = "*";

/** The grants on a node, or on all workspaces: both take and answer the same. */
export function grantsRoute(place: string): Route<`${AnyNode}/grants`> {
  return place === ALL_WORKSPACES ? { url: "/all-workspaces/grants" } : nodeRoute(place, "/grants");
}

/** The list of nodes directly below a node, or of workspaces. */
export function childrenRoute(parent?: string): Route<"/workspaces/{w}/projects"> {
  const depth = parent === undefined ? 0 : parent.split("/").length;
  return { url: `${parent === undefined ? "" : address(parent)}/${COLLECTIONS[depth]}` };
}

function address(path: string): string {
  return path
    .split("/")
    .map((name, depth) => `/${COLLECTIONS[depth]}/${encodeURIComponent(name)}`)
    .join("");
}
