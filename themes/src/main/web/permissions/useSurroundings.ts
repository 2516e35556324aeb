import type { Surroundings } from "../api/changes";
import { ApiProblem } from "../api/problem";
import { nodeRoute } from "../api/routes";
import type { Node } from "../api/types";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";

/** What of the nodes above bears on what a role gives; undefined while that is asked. */
export function useSurroundings(node: Node): Pick<Surroundings, "viewersReadOffline" | "isBelowSecret"> | undefined {
  const api = useApi();
  const [workspace = "", project] = node.path.split("/");
  const above = useLoad(
    (signal) => {
      const seen = (path: string) => api.get(nodeRoute(path, ""), undefined, { signal }).catch(hidden);
      return Promise.all([
        node.kind === "workspace" ? node : seen(workspace),
        node.kind === "feature-set" ? seen(`${workspace}/${project}`) : undefined,
      ]);
    },
    [api, node],
  );
  if (!above.data) return undefined;
  const [top, between] = above.data;
  return { viewersReadOffline: top?.settings?.viewersReadOffline, isBelowSecret: between?.secret ?? false };
}

/** Not everyone who may see a node sees what it lies in. */
function hidden(error: unknown): undefined {
  if (ApiProblem.from(error).status === 404) return undefined;
  throw error;
}
