import { Text, TextContent, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { HeldTable } from "../accounts/HeldTable";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { Nothing } from "../widgets/Nothing";
import { usePages } from "../widgets/usePages";
import type { ServiceAccount } from "./types";

/** Every role that a service account holds anywhere, for whoever answers for it: also on nodes that they do not see. */
export const AccountRoles = ({ account: { id, reference } }: { account: ServiceAccount }) => {
  const { t } = useTranslation();
  const api = useApi();
  const pages = usePages((page, signal) => api.get(route("/principals/{ref}/access", { ref: `id:${id}` }), page, { signal }), [api, id]);
  return (
    <>
      <TextContent>
        <Title headingLevel="h2">{t("fa.held")}</Title>
        <Text>{t("fa.serviceAccounts.roles.what")}</Text>
      </TextContent>
      <HeldTable
        holder={id}
        pages={pages}
        empty={<Nothing title={t("fa.held.none")} body={t("fa.serviceAccounts.roles.none", { reference })} />}
      />
    </>
  );
};
