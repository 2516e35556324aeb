import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import type { RowAction } from "../widgets/RowMenu";
import type { ApiKey, ServiceAccount } from "./types";

type Wanted = { apiKey: ApiKey; what: "activate" | "deactivate" | "delete" };

/** What may be done with an API key; programs that use it fail from then on, so each is confirmed. */
export function useKeyActions(account: ServiceAccount, done: () => void) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Wanted>();
  const action = (apiKey: ApiKey, what: Wanted["what"]): RowAction => ({
    name: t(`fa.do.${what}`),
    isDanger: what === "delete",
    run: () => setWanted({ apiKey, what }),
  });
  const actionsOf = (apiKey: ApiKey) => [action(apiKey, apiKey.enabled ? "deactivate" : "activate"), action(apiKey, "delete")];
  const dialog: ReactNode = wanted && <Confirm {...wanted} account={account} close={() => setWanted(undefined)} done={done} />;
  return { actionsOf, dialog };
}

const Confirm = ({ account, apiKey, what, close, done }: Wanted & { account: ServiceAccount; close: () => void; done: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const address = { id: account.id, key: apiKey.id };
  const act = async () => {
    if (what === "delete") await api.delete(route("/service-accounts/{id}/keys/{key}", address));
    else await api.post(route(`/service-accounts/{id}/keys/{key}/${what}`, address));
    done();
  };
  return (
    <FormDialog
      title={t(`fa.key.${what}`, { name: apiKey.name })}
      description={t(`fa.key.${what}.what`)}
      submit={t(`fa.do.${what}`)}
      isDanger={what !== "activate"}
      variant="small"
      onSubmit={act}
      close={close}
    />
  );
};
