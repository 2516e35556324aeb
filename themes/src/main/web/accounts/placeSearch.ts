export interface PlaceSearch {
  /** The node below which is looked; undefined for workspaces. */
  parent?: string;
  /** A part of the name. */
  search: string;
}

/** `fraud/pay` looks for `pay` among the projects of `fraud`; a path ends with a feature set. */
export function placeSearch(typed: string): PlaceSearch {
  const names = typed.trim().split("/").slice(0, 3);
  const search = names.pop() ?? "";
  const parent = names.filter((name) => name !== "").join("/");
  return parent === "" ? { search } : { parent, search };
}
