import { LoadedNode } from "./LoadedNode";
import { NodeView } from "./NodeView";

/** One node: what it is, and what I may do there. */
export const NodePage = () => <LoadedNode>{(node, reload) => <NodeView node={node} reload={reload} />}</LoadedNode>;
