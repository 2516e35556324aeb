import { useSyncExternalStore } from "react";
import type { Api } from "../api/client";
import { route } from "../api/routes";

/** As many as a badge tells apart. */
export const MOST = 99;

const listeners = new Set<() => void>();
let turn = 0;

/** To be called when a request was answered: what counts those that wait counts again. */
export function requestsChanged(): void {
  turn += 1;
  listeners.forEach((listener) => listener());
}

/** A number that is another one after each answer. */
export function useRequestsTurn(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => turn,
  );
}

/** How many requests wait for me to answer them; one more than the most where there are more. */
export async function countWaiting(api: Api, signal: AbortSignal): Promise<number> {
  const page = await api.get(route("/requests"), { view: "manageable", max: MOST + 1 }, { signal });
  return page.items.length;
}
