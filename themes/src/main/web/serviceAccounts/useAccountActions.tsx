import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { withQuery } from "../api/withQuery";
import { useApi } from "../shell/context";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import type { RowAction } from "../widgets/RowMenu";
import type { ServiceAccount } from "./types";

type Wanted = { account: ServiceAccount; what: "activate" | "deactivate" | "delete" };

/**
 * What may be done with a service account as a whole. Deleting comes after deactivating, as the API has it.
 *
 * @param done told what was done
 */
export function useAccountActions(done: (what: Wanted["what"]) => void) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Wanted>();
  const actionsOf = (account: ServiceAccount): RowAction[] => [
    account.enabled
      ? { name: t("fa.do.deactivate"), run: () => setWanted({ account, what: "deactivate" }) }
      : { name: t("fa.do.activate"), run: () => setWanted({ account, what: "activate" }) },
    {
      name: t("fa.do.delete"),
      isDanger: true,
      hindrance: account.enabled ? t("fa.serviceAccounts.deactivateFirst") : undefined,
      run: () => setWanted({ account, what: "delete" }),
    },
  ];
  const dialog: ReactNode = wanted && <Confirm {...wanted} close={() => setWanted(undefined)} done={() => done(wanted.what)} />;
  return { actionsOf, dialog };
}

const Confirm = ({ account, what, close, done }: Wanted & { close: () => void; done: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [reason, setReason] = useState("");
  const act = async () => {
    if (what === "delete") await api.delete(route("/service-accounts/{id}", { id: account.id }));
    else await api.post(withQuery(route(`/service-accounts/{id}/${what}`, { id: account.id }), { reason }));
    done();
  };
  return (
    <FormDialog
      title={t(`fa.serviceAccounts.${what}`, { name: account.name })}
      description={t(`fa.serviceAccounts.${what}.what`)}
      submit={t(`fa.do.${what}`)}
      isDanger={what !== "activate"}
      variant="small"
      onSubmit={act}
      close={close}
    >
      {what !== "delete" && <TextField label={t("fa.reason")} value={reason} onChange={setReason} />}
    </FormDialog>
  );
};
