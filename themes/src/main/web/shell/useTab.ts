import { useSearchParams } from "react-router-dom";

/** The open tab of a page, kept in its address so that it can be linked to and come back to. */
export function useTab<T extends string>(tabs: readonly T[]): [T, (tab: string | number) => void] {
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get("tab")) ?? (tabs[0] as T);
  return [tab, (next) => setParams({ tab: String(next) }, { replace: true })];
}
