import { type DependencyList, useCallback, useEffect, useState } from "react";
import { ApiProblem } from "../api/problem";

export interface Loaded<T> {
  /** What was loaded last: it stays while newer is on the way, so that nothing jumps. */
  data?: T;
  problem?: ApiProblem;
  loading: boolean;
  reload: () => void;
}

/** Loads when what it depends on changes; an answer that comes too late is dropped. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, dependencies: DependencyList): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "reload">>({ loading: true });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    setState((last) => ({ ...last, problem: undefined, loading: true }));
    load(abort.signal).then(
      (data) => abort.signal.aborted || setState({ data, loading: false }),
      (error) => abort.signal.aborted || setState({ problem: ApiProblem.from(error), loading: false }),
    );
    return () => abort.abort();
    // What is loaded depends on what the caller names, and on nothing else.
  }, [...dependencies, turn]);
  return { ...state, reload };
}
