import { useState } from "react";
import type { ApiProblem } from "../api/problem";
import { type Content, contentOf } from "./content";
import type { MapperRules } from "./types";
import { type Wrong, wrongIn } from "./wrong";

/** Rules of one mapper that are being changed, and are not saved yet. */
export interface Editing {
  mapper: MapperRules;
  content: Content;
  /** Replaces it by what it is made to; the same function always. */
  change: (make: (content: Content) => Content) => void;
  wrong?: Wrong;
  /** Shows a problem where it is. @returns whether it names a place in the form */
  place: (problem: ApiProblem) => boolean;
  stop: () => void;
}

/** One mapper at most is edited at a time; what is typed stands beside what tries it. */
export function useEditing(): { editing?: Editing; start: (mapper: MapperRules) => void } {
  const [mapper, setMapper] = useState<MapperRules>();
  const [content, setContent] = useState<Content>();
  const [wrong, setWrong] = useState<Wrong>();
  const [change] = useState(() => (make: (content: Content) => Content) => setContent((last) => last && make(last)));
  const start = (opened: MapperRules) => {
    setMapper(opened);
    setContent(contentOf(opened.rules));
    setWrong(undefined);
  };
  const place = (problem: ApiProblem) => {
    const found = content && wrongIn(content, problem);
    setWrong(found);
    return found !== undefined;
  };
  return { editing: mapper && content && { mapper, content, change, wrong, place, stop: () => setMapper(undefined) }, start };
}
