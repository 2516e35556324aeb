import type { RulePreview } from "./types";

export interface Difference {
  more: string[];
  less: string[];
}

/** Which groups somebody has by one set of rules and not by another, when both were asked about the same login. */
export function groupsBeside(saved: RulePreview, unsaved: RulePreview): Difference {
  return {
    more: [...beyond(unsaved.groups.gained, saved.groups.gained), ...beyond(saved.groups.lost, unsaved.groups.lost)],
    less: [...beyond(saved.groups.gained, unsaved.groups.gained), ...beyond(unsaved.groups.lost, saved.groups.lost)],
  };
}

function beyond(these: string[], those: string[]): string[] {
  return these.filter((one) => !those.includes(one));
}
