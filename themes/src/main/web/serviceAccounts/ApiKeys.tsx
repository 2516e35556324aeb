import { Button, Flex, FlexItem, Label, Text, TextContent, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { PagedTable, type Column } from "../widgets/PagedTable";
import { RowMenu } from "../widgets/RowMenu";
import { usePages } from "../widgets/usePages";
import { When } from "../widgets/When";
import { NewApiKey } from "./NewApiKey";
import { ShownKey } from "./ShownKey";
import type { ApiKey, ServiceAccount } from "./types";
import { useKeyActions } from "./useKeyActions";

/** A service account's API keys. Several overlap, so that one is changed for the next without an outage. */
export const ApiKeys = ({ account }: { account: ServiceAccount }) => {
  const { t } = useTranslation();
  const api = useApi();
  const { id } = account;
  const pages = usePages((page, signal) => api.get(route("/service-accounts/{id}/keys", { id }), page, { signal }), [api, id]);
  const { actionsOf, dialog } = useKeyActions(account, pages.reload);
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const made = (key: ApiKey) => {
    setShown(key.key);
    pages.reload();
  };
  const columns: Column<ApiKey>[] = [
    { name: t("fa.name"), show: ({ name }) => name },
    { name: t("fa.key.prefix"), show: ({ prefix }) => <code>{prefix}…</code> },
    { name: t("fa.state"), show: (key) => <KeyState apiKey={key} /> },
    { name: t("fa.key.expires"), show: ({ expiresAt }) => (expiresAt ? <When at={expiresAt} /> : t("fa.never")) },
    { name: t("fa.lastUsed"), show: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : t("fa.never")) },
    { name: t("fa.actions"), isAction: true, show: (key) => <RowMenu of={key.name} actions={actionsOf(key)} /> },
  ];
  return (
    <>
      <Flex justifyContent={{ default: "justifyContentSpaceBetween" }}>
        <FlexItem>
          <Title headingLevel="h2">{t("fa.keys")}</Title>
        </FlexItem>
        <FlexItem>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {t("fa.key.new")}
          </Button>
        </FlexItem>
      </Flex>
      <TextContent>
        <Text>{t("fa.keys.what")}</Text>
      </TextContent>
      <PagedTable
        label={t("fa.keys")}
        pages={pages}
        columns={columns}
        keyOf={(key) => key.id}
        empty={<Nothing title={t("fa.keys.none")} body={t("fa.keys.none.body")} />}
      />
      {dialog}
      {isAsking && <NewApiKey account={account} close={() => setAsking(false)} made={made} />}
      {shown !== undefined && <ShownKey secret={shown} close={() => setShown(undefined)} />}
    </>
  );
};

const KeyState = ({ apiKey }: { apiKey: ApiKey }) => {
  const { t } = useTranslation();
  if (!apiKey.enabled) return <Label isCompact color="grey">{t("fa.state.deactivated")}</Label>;
  if (apiKey.expiresAt !== undefined && new Date(apiKey.expiresAt) <= new Date()) {
    return <Label isCompact color="gold">{t("fa.state.expired")}</Label>;
  }
  return <Label isCompact color="green">{t("fa.state.active")}</Label>;
};
