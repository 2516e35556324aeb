import { Button, Title } from "@patternfly/react-core";
import type { components } from "openapi";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import { ListTools } from "../widgets/ListTools";
import { MembershipFact } from "../widgets/MembershipFact";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { PrincipalName } from "../widgets/PrincipalName";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { AddMember } from "./AddMember";
import { principalAddress } from "./address";
import type { Group } from "./useGroupActions";

export type Member = components["schemas"]["Member"];

/** Who is in exactly this group. */
export const Members = ({ group }: { group: Group }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const members = route("/groups/{id}/members", { id: group.id });
  const pages = usePages((page, signal) => api.get(members, { ...page, search }, { signal }), [api, group.id, search]);
  const columns: Column<Member>[] = [
    {
      name: t("fa.name"),
      show: ({ reference }) => (
        <Link to={principalAddress(reference)}>
          <PrincipalName reference={reference} />
        </Link>
      ),
    },
    { name: t("fa.membership"), show: ({ membership }) => <MembershipFact membership={membership} /> },
    {
      name: t("fa.actions"),
      isAction: true,
      show: (member) => <RowMenu of={member.name} actions={[{ name: t("fa.members.remove"), isDanger: true, run: () => setLeaving(member) }]} />,
    },
  ];
  return (
    <>
      <Title headingLevel="h2">{t("fa.members")}</Title>
      <ListTools label={t("fa.search.members")} onSearch={setSearch}>
        <Button variant="secondary" onClick={() => setAdding(true)}>
          {t("fa.members.add")}
        </Button>
      </ListTools>
      <PagedTable
        label={t("fa.members")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Nothing title={t("fa.members.none")} body={t("fa.members.none.body")} />}
      />
      {isAdding && <AddMember group={group} close={() => setAdding(false)} added={pages.reload} />}
      {leaving && <RemoveMember group={group} member={leaving} close={() => setLeaving(undefined)} removed={pages.reload} />}
    </>
  );
};

interface RemoveMemberProps {
  group: Group;
  member: Member;
  close: () => void;
  removed: () => void;
}

const RemoveMember = ({ group, member, close, removed }: RemoveMemberProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const remove = async () => {
    await api.delete(route("/groups/{id}/members", { id: group.id }), { principal: `id:${member.id}` });
    removed();
  };
  return (
    <FormDialog
      title={t("fa.members.remove.title", { name: member.name, path: group.path })}
      description={t("fa.members.remove.what")}
      submit={t("fa.members.remove")}
      isDanger
      variant="small"
      onSubmit={remove}
      close={close}
    />
  );
};
