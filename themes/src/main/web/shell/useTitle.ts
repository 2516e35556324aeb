import { useEffect } from "react";
import { environment } from "../environment";

/** What the browser's tab and history say. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${environment.realm}`;
  }, [title]);
}
