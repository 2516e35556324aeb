import { FormSelect, FormSelectOption, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { type Dispatch, type SetStateAction, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { NodeKind } from "../api/types";
import { SearchField } from "../widgets/SearchField";
import type { RequestOrder, RequestState } from "./types";

const KINDS: readonly NodeKind[] = ["workspace", "project", "feature-set"];
const ORDERS: readonly RequestOrder[] = ["newest", "oldest"];

/** Which requests are shown, and what comes first; undefined for all of them. */
export interface Shown {
  /** By what became of them. */
  state?: RequestState;
  /** By what they are about. */
  kind?: NodeKind;
  /** A part of the node's path or of the principal's name. */
  search: string;
  order: RequestOrder;
}

interface RequestToolsProps {
  /** Those to choose from; none where all shown are in one. */
  states?: readonly RequestState[];
  shown: Shown;
  onChange: Dispatch<SetStateAction<Shown>>;
}

/** Chooses which requests are shown, and what comes first. */
export const RequestTools = ({ states, shown, onChange }: RequestToolsProps) => {
  const { t } = useTranslation();
  const search = useCallback((text: string) => onChange((last) => (last.search === text ? last : { ...last, search: text })), [onChange]);
  const choose = (choice: Partial<Shown>) => onChange((last) => ({ ...last, ...choice }));
  return (
    <Toolbar inset={{ default: "insetNone" }}>
      <ToolbarContent>
        <ToolbarItem variant="search-filter">
          <SearchField label={t("fa.requests.search")} onSearch={search} />
        </ToolbarItem>
        {states && (
          <Choice
            label={t("fa.state")}
            chosen={shown.state}
            any={t("fa.requests.anyState")}
            choices={states.map((state) => [state, t(`fa.request.${state}`)])}
            onChoose={(state) => choose({ state })}
          />
        )}
        <Choice
          label={t("fa.kind")}
          chosen={shown.kind}
          any={t("fa.requests.anyKind")}
          choices={KINDS.map((kind) => [kind, t(`fa.kind.${kind}`)])}
          onChoose={(kind) => choose({ kind })}
        />
        <Choice
          label={t("fa.requests.order")}
          chosen={shown.order}
          choices={ORDERS.map((order) => [order, t(`fa.requests.order.${order}`)])}
          onChoose={(order) => order && choose({ order })}
        />
      </ToolbarContent>
    </Toolbar>
  );
};

interface ChoiceProps<T extends string> {
  label: string;
  chosen?: T;
  /** What stands for all of them, where they may be chosen. */
  any?: string;
  /** Each with its text. */
  choices: [T, string][];
  onChoose: (choice?: T) => void;
}

function Choice<T extends string>({ label, chosen, any, choices, onChoose }: ChoiceProps<T>) {
  return (
    <ToolbarItem>
      <FormSelect className="fa-filter" aria-label={label} value={chosen ?? ""} onChange={(_, choice) => onChoose((choice || undefined) as T | undefined)}>
        {any && <FormSelectOption value="" label={any} />}
        {choices.map(([choice, text]) => (
          <FormSelectOption key={choice} value={choice} label={text} />
        ))}
      </FormSelect>
    </ToolbarItem>
  );
}
