import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface RowAction {
  name: string;
  run: () => void;
  isDanger?: boolean;
  /** Why it cannot be done now; absent where it can. */
  hindrance?: string;
}

/** What may be done with one row of a list; nothing where that is nothing. */
export const RowMenu = ({ of, actions }: { of: string; actions: RowAction[] }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (actions.length === 0) return null;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "right" }}
      toggle={(toggle) => (
        <MenuToggle ref={toggle} variant="plain" aria-label={t("fa.actionsOn", { name: of })} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <EllipsisVIcon aria-hidden="true" />
        </MenuToggle>
      )}
    >
      <DropdownList>
        {actions.map(({ name, run, isDanger, hindrance }) => (
          <DropdownItem key={name} onClick={run} isDanger={isDanger} isDisabled={hindrance !== undefined} description={hindrance}>
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
