import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { ListTools } from "../widgets/ListTools";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { principalAddress } from "./address";
import { type Group, useGroupActions } from "./useGroupActions";

/** The realm's groups, by path. */
export const Groups = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const pages = usePages((page, signal) => api.get(route("/groups"), { ...page, search }, { signal }), [api, search]);
  const { actionsOf, startNew, dialog } = useGroupActions(pages.reload);
  const columns: Column<Group>[] = [
    { name: t("fa.type.group"), show: ({ reference, path }) => <Link to={principalAddress(reference)}>{path}</Link> },
    { name: t("fa.actions"), isAction: true, show: (group) => <RowMenu of={group.path} actions={actionsOf(group)} /> },
  ];
  const button = <Button onClick={() => startNew()}>{t("fa.groups.new")}</Button>;
  return (
    <>
      <ListTools label={t("fa.search.groups")} onSearch={setSearch}>
        {button}
      </ListTools>
      <PagedTable
        label={t("fa.types.group")}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          search ? (
            <Nothing title={t("fa.nothingFound")} body={t("fa.nothingFound.body")} />
          ) : (
            <Nothing title={t("fa.groups.none")} body={t("fa.groups.none.body")} />
          )
        }
      />
      {dialog}
    </>
  );
};
