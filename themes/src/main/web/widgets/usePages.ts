import { type DependencyList, useEffect, useState } from "react";
import { type Loaded, useLoad } from "../shell/useLoad";

/** How many rows a list shows at first, and how many more on wish. */
export const PAGE_SIZE = 25;

export interface Pages<T> extends Loaded<T[]> {
  hasMore: boolean;
  showMore: () => void;
}

/** The largest page that the API gives. */
const LARGEST = 500;

/**
 * A list that grows by a page on wish, and is never loaded whole. One row more than shown is asked for, to know whether there is
 * more: the API does not count what nobody looks at.
 */
export function usePages<T>(
  load: (page: { first: number; max: number }, signal: AbortSignal) => Promise<{ items: T[] }>,
  dependencies: DependencyList,
): Pages<T> {
  const [shown, setShown] = useState(PAGE_SIZE);
  useEffect(() => setShown(PAGE_SIZE), dependencies);
  const loaded = useLoad(async (signal) => {
    const items: T[] = [];
    while (items.length <= shown) {
      const max = Math.min(shown + 1 - items.length, LARGEST);
      const page = await load({ first: items.length, max }, signal);
      items.push(...page.items);
      if (page.items.length < max) break;
    }
    return items;
  }, [...dependencies, shown]);
  return {
    ...loaded,
    data: loaded.data?.slice(0, shown),
    hasMore: (loaded.data?.length ?? 0) > shown,
    showMore: () => setShown((last) => last + PAGE_SIZE),
  };
}
