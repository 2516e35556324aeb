import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { LinesField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { principalParts } from "../widgets/PrincipalName";
import type { AccessRequest } from "./types";

interface RejectProps {
  request: AccessRequest;
  close: () => void;
  done: () => void;
}

/** Says no, and why: whoever asked reads it. */
export const Reject = ({ request, close, done }: RejectProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const [reason, setReason] = useState("");
  const reject = async () => {
    await api.post(route("/requests/{id}/reject", { id: request.id }), { reason: reason.trim() || undefined });
    done();
  };
  const who = principalParts(request.requestor ?? request.principal).name;
  return (
    <FormDialog
      title={t("fa.requests.reject.title", { name: who, node: request.node })}
      submit={t("fa.requests.reject")}
      isDanger
      variant="small"
      onSubmit={reject}
      close={close}
    >
      <LinesField label={t("fa.reason")} help={t("fa.requests.reason.help")} value={reason} maxLength={500} onChange={setReason} />
    </FormDialog>
  );
};
