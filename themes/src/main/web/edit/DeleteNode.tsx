import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { nodeRoute } from "../api/routes";
import type { Node } from "../api/types";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { TextField, YesNoField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";

/** Deletes a node once its name is typed, and everything below it only where that is said too. */
export const DeleteNode = ({ node, close }: { node: Node; close: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isRecursive, setRecursive] = useState(false);
  const remove = async () => {
    await api.delete(nodeRoute(node.path, ""), { recursive: isRecursive || undefined });
    navigate(`${basePath}/explore`);
  };
  return (
    <FormDialog
      title={t("fa.delete.title", { name: node.displayName })}
      description={t("fa.delete.what")}
      submit={t("fa.delete")}
      isDanger
      isIncomplete={typed !== node.name}
      onSubmit={remove}
      close={close}
    >
      {node.kind !== "feature-set" && (
        <YesNoField label={t("fa.delete.below")} help={t("fa.delete.below.help")} value={isRecursive} onChange={setRecursive} />
      )}
      <TextField label={t("fa.delete.type", { name: node.name })} value={typed} isRequired onChange={setTyped} />
    </FormDialog>
  );
};
