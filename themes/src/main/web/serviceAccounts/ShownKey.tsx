import { Alert, Button, ClipboardCopy, Modal, Text, TextContent } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** An API key, this once: it is kept nowhere, here neither. */
export const ShownKey = ({ secret, close }: { secret: string; close: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("fa.key.shown")}
      onClose={close}
      actions={[
        <Button key="done" onClick={close}>
          {t("fa.key.stored")}
        </Button>,
      ]}
    >
      <Alert isInline isPlain variant="warning" title={t("fa.key.once")} />
      <ClipboardCopy
        isReadOnly
        isCode
        textAriaLabel={t("fa.key")}
        toggleAriaLabel={t("fa.key")}
        hoverTip={t("fa.copy")}
        clickTip={t("fa.copied")}
        className="fa-key"
      >
        {secret}
      </ClipboardCopy>
      <TextContent>
        <Text component="small">{t("fa.key.use")}</Text>
      </TextContent>
    </Modal>
  );
};
