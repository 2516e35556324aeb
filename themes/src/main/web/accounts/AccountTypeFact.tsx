import { Button, FormGroup, Radio } from "@patternfly/react-core";
import { PencilAltIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import { useApi } from "../shell/context";
import { Fact } from "../widgets/Fact";
import { TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";

type AccountType = "admin" | "principal";

interface AccountTypeProps {
  holder: { reference: string; name: string };
  accountType: AccountType;
  changed: () => void;
}

/** Administrator or not, with the way to change it. */
export const AccountTypeFact = ({ holder, accountType, changed }: AccountTypeProps) => {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  return (
    <Fact term={t("fa.accountType")}>
      {t(`fa.accountType.${accountType}`)}{" "}
      <Button variant="plain" size="sm" aria-label={t("fa.accountType.change")} onClick={() => setEditing(true)}>
        <PencilAltIcon aria-hidden="true" />
      </Button>
      {isEditing && <ChangeAccountType holder={holder} accountType={accountType} changed={changed} close={() => setEditing(false)} />}
    </Fact>
  );
};

const ChangeAccountType = ({ holder, accountType, changed, close }: AccountTypeProps & { close: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [wanted, setWanted] = useState(accountType);
  const [reason, setReason] = useState("");
  const save = async () => {
    await api.put(route("/users/{ref}/account-type", { ref: holder.reference }), { accountType: wanted, reason: reason.trim() || undefined });
    changed();
  };
  return (
    <FormDialog
      title={t("fa.accountType.change.title", { name: holder.name })}
      submit={t("save")}
      isIncomplete={wanted === accountType}
      onSubmit={save}
      close={close}
    >
      <FormGroup role="radiogroup" label={t("fa.accountType")} fieldId="fa-account-type">
        {(["principal", "admin"] as const).map((type) => (
          <Radio
            key={type}
            id={`fa-account-type-${type}`}
            name="fa-account-type"
            label={t(`fa.accountType.${type}`)}
            description={t(`fa.accountType.${type}.what`)}
            isChecked={wanted === type}
            onChange={() => setWanted(type)}
          />
        ))}
      </FormGroup>
      <TextField label={t("fa.reason")} value={reason} onChange={setReason} />
    </FormDialog>
  );
};
