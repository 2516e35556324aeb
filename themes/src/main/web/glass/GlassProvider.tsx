import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useLocation } from "react-router-dom";
import { basePath } from "../environment";
import { type Glass, GlassContext } from "./context";
import { LookBanner } from "./LookBanner";
import { isWithin } from "./reach";

interface Look {
  reason: string;
  /** The page where it began. */
  at: string;
}

/** Keeps an administrator's look at what is secret until they leave, and says so above the page. No other page is asked with it. */
export const GlassProvider = ({ children }: { children: ReactNode }) => {
  const here = useLocation().pathname.slice(basePath.length + 1);
  const [look, setLook] = useState<Look>();
  const [lastReason, setLastReason] = useState("");
  const isOpen = look !== undefined && isWithin(here, look.at);
  useEffect(() => {
    if (!isOpen) setLook(undefined);
  }, [isOpen]);
  const glass = useMemo<Glass>(
    () => ({
      reason: isOpen ? look?.reason : undefined,
      lastReason,
      open: (reason) => {
        setLook({ reason, at: here });
        setLastReason(reason);
      },
      close: () => setLook(undefined),
    }),
    [isOpen, look, lastReason, here],
  );
  return (
    <GlassContext.Provider value={glass}>
      <LookBanner />
      {children}
    </GlassContext.Provider>
  );
};
