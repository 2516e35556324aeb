import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeRoute } from "../api/routes";
import type { Access, Node, PrincipalType } from "../api/types";
import { useReadingApi } from "../glass/context";
import { ListTools } from "../widgets/ListTools";
import { usePages } from "../widgets/usePages";
import { AccessTable } from "./AccessTable";
import { AddAccess } from "./AddAccess";

/** Everyone of one type who holds a role that reaches the node. */
export const AccessList = ({ node, type }: { node: Node; type: PrincipalType }) => {
  const { t } = useTranslation();
  const api = useReadingApi();
  const [search, setSearch] = useState("");
  const [isAdding, setAdding] = useState(false);
  const pages = usePages(
    async (page, signal) =>
      (await api.get(nodeRoute(node.path, "/access"), { ...page, type, search }, { signal })) as { items: Access[] },
    [api, node.path, type, search],
  );
  const mayChange = node.myActions.includes("manage-access");
  return (
    <>
      <ListTools label={t(`fa.search.${type}`)} onSearch={setSearch}>
        {mayChange && <Button onClick={() => setAdding(true)}>{t(`fa.add.${type}`)}</Button>}
      </ListTools>
      <AccessTable node={node} type={type} pages={pages} isSearched={search !== ""} mayChange={mayChange} />
      {isAdding && <AddAccess node={node} type={type} close={() => setAdding(false)} saved={pages.reload} />}
    </>
  );
};
