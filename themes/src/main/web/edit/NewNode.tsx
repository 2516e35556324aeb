import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { childrenRoute } from "../api/routes";
import type { NodeKind } from "../api/types";
import { basePath } from "../environment";
import { useApi } from "../shell/context";
import { FormDialog } from "../widgets/FormDialog";
import { emptyDraft, isName, newNode } from "./draft";
import { DescribingFields, GuardingFields, NameField, WorkspaceKindField } from "./NodeFields";

/** Makes a node and goes there; whoever makes one owns it. */
export const NewNode = ({ kind, parent, close }: { kind: NodeKind; parent?: string; close: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => emptyDraft(kind));
  const fields = { kind, draft, change: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }) };
  const make = async () => {
    const made = await api.post(childrenRoute(parent), newNode(kind, draft));
    navigate(`${basePath}/explore/${made.path}`);
  };
  return (
    <FormDialog
      title={t(`fa.new.${kind}`)}
      description={t("fa.new.owner")}
      submit={t("fa.create")}
      isIncomplete={!isName(draft.name)}
      onSubmit={make}
      close={close}
    >
      <NameField {...fields} />
      {kind === "workspace" && <WorkspaceKindField {...fields} />}
      <DescribingFields {...fields} />
      <GuardingFields {...fields} />
    </FormDialog>
  );
};
