import type { components } from "openapi";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RowAction } from "../widgets/RowMenu";
import { ChangeGroup } from "./ChangeGroup";
import { DeleteGroup } from "./DeleteGroup";
import { NewGroup } from "./NewGroup";

export type Group = components["schemas"]["Group"];

type Wanted = { what: "new"; parent?: Group } | { what: "change" | "delete"; group: Group };

/**
 * What may be done with groups.
 *
 * @param done told the group as it is then; undefined where it is gone
 */
export function useGroupActions(done: (group?: Group) => void) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Wanted>();
  const close = () => setWanted(undefined);
  const startNew = (parent?: Group) => setWanted({ what: "new", parent });
  const actionsOf = (group: Group): RowAction[] => [
    { name: t("fa.groups.newBelow"), run: () => startNew(group) },
    { name: t("fa.groups.change"), run: () => setWanted({ what: "change", group }) },
    { name: t("fa.groups.delete"), isDanger: true, run: () => setWanted({ what: "delete", group }) },
  ];
  const dialog = wanted && (
    <>
      {wanted.what === "new" && <NewGroup parent={wanted.parent} close={close} made={done} />}
      {wanted.what === "change" && <ChangeGroup group={wanted.group} close={close} changed={done} />}
      {wanted.what === "delete" && <DeleteGroup group={wanted.group} close={close} deleted={() => done()} />}
    </>
  );
  return { actionsOf, startNew, dialog };
}
