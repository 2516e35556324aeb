import { type DependencyList, useEffect, useState } from "react";
import { ApiProblem } from "../api/problem";
import { useLoad } from "../shell/useLoad";
import type { Pages } from "../widgets/usePages";

interface CursorPage<T> {
  items: T[];
  cursor?: string;
}

/** A list that is read on from where the last page ended: what was written meanwhile shifts nothing. */
export function useCursor<T>(load: (cursor: string | undefined, signal?: AbortSignal) => Promise<CursorPage<T>>, dependencies: DependencyList): Pages<T> {
  const first = useLoad((signal) => load(undefined, signal), dependencies);
  const [more, setMore] = useState<{ of: CursorPage<T>; pages: CursorPage<T>[] }>();
  const [state, setState] = useState<{ isBusy: boolean; problem?: ApiProblem }>({ isBusy: false });
  // Pages that followed another first page are of another list.
  const following = more && more.of === first.data ? more.pages : [];
  const last = following.at(-1) ?? first.data;
  useEffect(() => setState({ isBusy: false }), [first.data]);
  const showMore = async () => {
    const start = first.data;
    if (!start || state.isBusy) return;
    setState({ isBusy: true });
    try {
      const page = await load(last?.cursor);
      setMore({ of: start, pages: [...following, page] });
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, problem: ApiProblem.from(error) });
    }
  };
  return {
    data: first.data && [first.data, ...following].flatMap(({ items }) => items),
    loading: first.loading || state.isBusy,
    problem: first.problem ?? state.problem,
    reload: first.reload,
    hasMore: last?.cursor !== undefined,
    showMore,
  };
}
