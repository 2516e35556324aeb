import { FormSelect, FormSelectOption, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { NodeKind } from "../api/types";
import type { RequestState } from "./types";

const KINDS: readonly NodeKind[] = ["workspace", "project", "feature-set"];

/** Which requests are shown; undefined for all of them. */
export interface Shown {
  /** By what became of them. */
  state?: RequestState;
  /** By what they are about. */
  kind?: NodeKind;
}

interface StateFilterProps {
  states: readonly RequestState[];
  shown: Shown;
  onChange: (shown: Shown) => void;
}

/** Chooses which requests are shown. */
export const StateFilter = ({ states, shown, onChange }: StateFilterProps) => {
  const { t } = useTranslation();
  return (
    <Toolbar inset={{ default: "insetNone" }}>
      <ToolbarContent>
        <ToolbarItem>
          <FormSelect className="fa-filter" aria-label={t("fa.state")} value={shown.state ?? ""} onChange={(_, state) => onChange({ ...shown, state: (state || undefined) as Shown["state"] })}>
            <FormSelectOption value="" label={t("fa.requests.anyState")} />
            {states.map((state) => (
              <FormSelectOption key={state} value={state} label={t(`fa.request.${state}`)} />
            ))}
          </FormSelect>
        </ToolbarItem>
        <ToolbarItem>
          <FormSelect className="fa-filter" aria-label={t("fa.kind")} value={shown.kind ?? ""} onChange={(_, kind) => onChange({ ...shown, kind: (kind || undefined) as Shown["kind"] })}>
            <FormSelectOption value="" label={t("fa.requests.anyKind")} />
            {KINDS.map((kind) => (
              <FormSelectOption key={kind} value={kind} label={t(`fa.kind.${kind}`)} />
            ))}
          </FormSelect>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};
