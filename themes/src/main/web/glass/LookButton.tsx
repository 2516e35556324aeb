import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { canTravel } from "../widgets/canTravel";
import { FormDialog } from "../widgets/FormDialog";
import { useGlass, useMayLook } from "./context";

/** Offers an administrator to look at what is secret here, for a reason; nothing for others, and nothing while they look. */
export const LookButton = () => {
  const { t } = useTranslation();
  const { reason } = useGlass();
  const mayLook = useMayLook();
  const [isAsking, setAsking] = useState(false);
  if (!mayLook || reason) return null;
  return (
    <>
      <Button variant="link" isInline onClick={() => setAsking(true)}>
        {t("fa.look")}
      </Button>
      {isAsking && <AskWhy close={() => setAsking(false)} />}
    </>
  );
};

const AskWhy = ({ close }: { close: () => void }) => {
  const { t } = useTranslation();
  const glass = useGlass();
  const [reason, setReason] = useState(glass.lastReason);
  return (
    <FormDialog
      title={t("fa.look.title")}
      description={t("fa.look.what")}
      submit={t("fa.look.do")}
      variant="small"
      isIncomplete={reason.trim() === "" || !canTravel(reason)}
      onSubmit={async () => glass.open(reason.trim())}
      close={close}
    >
      <BreakGlassField help={t("fa.look.reason.help")} value={reason} hasFocus onChange={setReason} />
    </FormDialog>
  );
};
