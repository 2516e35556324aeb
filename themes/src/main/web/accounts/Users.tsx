import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { route } from "../api/routes";
import type { Principal } from "../api/types";
import { useApi } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { principalAddress } from "./address";
import { InviteUser } from "./InviteUser";
import { RemoveUser } from "./RemoveUser";

/** The realm's users: who they are, and the ways in and out. */
export const Users = () => {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const [isInviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Principal>();
  const pages = usePages((page, signal) => api.get(route("/principals"), { ...page, type: "user", search }, { signal }), [api, search]);
  const columns: Column<Principal>[] = [
    { name: t("fa.type.user"), show: ({ reference, name }) => <Link to={principalAddress(reference)}>{name}</Link> },
    { name: t("fa.accountType"), show: ({ accountType }) => (accountType ? t(`fa.accountType.${accountType}`) : t("fa.hidden")) },
    {
      name: t("fa.actions"),
      isAction: true,
      show: (user) => <RowMenu of={user.name} actions={[{ name: t("fa.users.remove"), isDanger: true, run: () => setLeaving(user) }]} />,
    },
  ];
  return (
    <>
      <ListTools label={t("fa.search.users")} onSearch={setSearch}>
        <Button onClick={() => setInviting(true)}>{t("fa.users.invite")}</Button>
      </ListTools>
      <PagedTable
        label={t("fa.types.user")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />}
      />
      {isInviting && <InviteUser close={() => setInviting(false)} invited={(reference) => navigate(principalAddress(reference))} />}
      {leaving && <RemoveUser user={leaving} close={() => setLeaving(undefined)} removed={pages.reload} />}
    </>
  );
};
