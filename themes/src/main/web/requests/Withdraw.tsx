import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import type { AccessRequest } from "./types";
import { requestsChanged } from "./waiting";

interface WithdrawProps {
  request: AccessRequest;
  close: () => void;
  done: () => void;
}

/** Takes my own request back, before somebody answers it. */
export const Withdraw = ({ request, close, done }: WithdrawProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const withdraw = async () => {
    await api.post(route("/requests/{id}/withdraw", { id: request.id }), {});
    requestsChanged();
    done();
  };
  return (
    <FormDialog
      title={t("fa.requests.withdraw.title", { node: request.node })}
      description={t("fa.requests.withdraw.what")}
      submit={t("fa.requests.withdraw")}
      isDanger
      variant="small"
      onSubmit={withdraw}
      close={close}
    />
  );
};
