import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeRoute } from "../api/routes";
import type { Node } from "../api/types";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import { changedFields, draftOf } from "./draft";
import { DescribingFields, GuardingFields } from "./NodeFields";

/** Changes what one may change of a node. */
export const EditNode = ({ node, close, saved }: { node: Node; close: () => void; saved: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [draft, setDraft] = useState(() => draftOf(node));
  const fields = { kind: node.kind, draft, change: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }) };
  const changes = changedFields(node, draft);
  const save = async () => {
    await api.patch(nodeRoute(node.path, ""), changes);
    saved();
  };
  return (
    <FormDialog
      title={t("fa.edit.title", { name: node.displayName })}
      submit={t("save")}
      isIncomplete={Object.keys(changes).length === 0}
      onSubmit={save}
      close={close}
    >
      {node.myActions.includes("update") && <DescribingFields {...fields} />}
      {node.myActions.includes("manage-access") && <GuardingFields {...fields} />}
    </FormDialog>
  );
};
