import { createContext, useContext, useMemo } from "react";
import type { Api } from "../api/client";
import { useApi, useMe } from "../shell/context";

/** An administrator's look at what is secret, which lasts as long as they stay where they began it. */
export interface Glass {
  /** Why they look; undefined while they do not. */
  reason?: string;
  /** The reason that was given last, in this visit. */
  lastReason: string;
  open: (reason: string) => void;
  close: () => void;
}

export const GlassContext = createContext<Glass>({ lastReason: "", open: () => undefined, close: () => undefined });

export function useGlass(): Glass {
  return useContext(GlassContext);
}

/** Whether whoever is logged in may look at what is secret, for a reason. */
export function useMayLook(): boolean {
  return useMe()?.capabilities.includes("break-glass") ?? false;
}

/** The API as a page reads it that shows secret things to an administrator who looks; another one once that begins or ends. */
export function useReadingApi(): Api {
  const api = useApi();
  const { reason } = useGlass();
  return useMemo(() => (reason ? api.breakingGlass(reason) : api), [api, reason]);
}
