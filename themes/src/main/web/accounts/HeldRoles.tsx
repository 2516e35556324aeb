import { Button, Flex, FlexItem, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import type { Grant } from "../api/types";
import { useReadingApi } from "../glass/context";
import { LookButton } from "../glass/LookButton";
import { Nothing } from "../widgets/Nothing";
import type { Column } from "../widgets/PagedTable";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { AssignRole } from "./AssignRole";
import { ChangeRole, RemoveRole } from "./ChangeRole";
import { HeldTable } from "./HeldTable";

export interface RoleHolder {
  id: string;
  reference: string;
  name: string;
}

type Dialog = { what: "assign" } | { what: "change" | "remove"; grant: Grant };

/** Every role that a principal holds anywhere, where it comes from, and how to change it. What a group gives is changed at the group. */
export const HeldRoles = ({ holder }: { holder: RoleHolder }) => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const pages = usePages(
    (page, signal) => api.get(route("/principals/{ref}/access", { ref: `id:${holder.id}` }), page, { signal }),
    [api, holder.id],
  );
  const isOwn = (grant: Grant) => grant.principalId === holder.id;
  const actionsOf = (grant: Grant) =>
    !isOwn(grant)
      ? []
      : [
          { name: t("fa.change"), run: () => setDialog({ what: "change", grant }) },
          { name: t("fa.remove"), isDanger: true, run: () => setDialog({ what: "remove", grant }) },
        ];
  const actions: Column<Grant> = {
    name: t("fa.actions"),
    isAction: true,
    show: (grant) => <RowMenu of={`${grant.node} ${t(`fa.role.${grant.role}`)}`} actions={actionsOf(grant)} />,
  };
  const assign = <Button onClick={() => setDialog({ what: "assign" })}>{t("fa.held.assign")}</Button>;
  return (
    <>
      <Flex className="fa-above-list" justifyContent={{ default: "justifyContentSpaceBetween" }}>
        <FlexItem>
          <Title headingLevel="h2">{t("fa.held")}</Title>
        </FlexItem>
        <FlexItem>
          <Flex>
            <LookButton />
            {assign}
          </Flex>
        </FlexItem>
      </Flex>
      <HeldTable
        holder={holder.id}
        pages={pages}
        isLinked
        actions={actions}
        empty={<Nothing title={t("fa.held.none")} body={t("fa.held.none.body")} />}
      />
      {dialog?.what === "assign" && <AssignRole holder={holder} close={close} saved={pages.reload} />}
      {dialog?.what === "change" && <ChangeRole holder={holder} grant={dialog.grant} close={close} saved={pages.reload} />}
      {dialog?.what === "remove" && <RemoveRole holder={holder} grant={dialog.grant} close={close} saved={pages.reload} />}
    </>
  );
};
