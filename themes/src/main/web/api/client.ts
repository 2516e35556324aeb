import type { paths } from "openapi";
import { ApiProblem } from "./problem";
import type { Route } from "./routes";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never;

type Json<R, S extends number> = R extends { [status in S]: { content: { "application/json": infer B } } } ? B : never;

/** What the API's description says that an operation answers. */
export type Answer<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? Json<R, 200> | Json<R, 201> : never;

type Query<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Q : never;

type Body<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { requestBody?: infer R } ? Content<NonNullable<R>> : never;

type Content<R> = [R] extends [never] ? never : R extends { content: { "application/json": infer B } } ? B : never;

export interface Options {
  signal?: AbortSignal;
  /** An admin's reason to see, or change, what is secret; it goes on record. */
  breakGlass?: string;
}

/** The extension's HTTP API for whoever is logged in. Its types come from the API's own description, at build time. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly token: () => Promise<string>,
    private readonly glass?: string,
  ) {}

  /** The same for an admin who looks at what is secret: each secret node that an answer shows goes on record with this reason. */
  breakingGlass(reason: string): Api {
    return new Api(this.base, this.token, reason);
  }

  get<P extends keyof paths>(route: Route<P>, query?: Query<P, "get">, options?: Options): Promise<Answer<P, "get">> {
    return this.send("GET", route.url + text(query as object | undefined), undefined, { breakGlass: this.glass, ...options });
  }

  post<P extends keyof paths>(route: Route<P>, body?: Body<P, "post">, options?: Options): Promise<Answer<P, "post">> {
    return this.send("POST", route.url, body, options);
  }

  put<P extends keyof paths>(route: Route<P>, body: Body<P, "put">, options?: Options): Promise<Answer<P, "put">> {
    return this.send("PUT", route.url, body, options);
  }

  patch<P extends keyof paths>(route: Route<P>, body: Body<P, "patch">, options?: Options): Promise<Answer<P, "patch">> {
    return this.send("PATCH", route.url, body, options);
  }

  delete<P extends keyof paths>(route: Route<P>, query?: Query<P, "delete">, options?: Options): Promise<void> {
    return this.send("DELETE", route.url + text(query as object | undefined), undefined, options);
  }

  private async send<T>(method: string, url: string, body: unknown, options: Options = {}): Promise<T> {
    const headers: Record<string, string> = { authorization: `Bearer ${await this.token()}` };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (options.breakGlass) headers["feature-access-break-glass"] = options.breakGlass;
    const answer = await fetch(this.base + url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
      cache: "no-store",
    });
    if (!answer.ok) throw await ApiProblem.of(answer);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}

/** A query string; what is undefined or empty is left out, a list is repeated. */
export function text(query?: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") params.append(name, String(one));
    }
  }
  const written = params.toString();
  return written === "" ? "" : `?${written}`;
}
