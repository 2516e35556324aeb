import { FormGroup, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { NodeKind } from "../api/types";
import { useMe } from "../shell/context";
import { LinesField, TextField, YesNoField } from "../widgets/fields";
import { type Draft, isName } from "./draft";

export interface NodeFieldsProps {
  kind: NodeKind;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** What a new node is called for good: a name never changes. */
export const NameField = ({ draft, change }: NodeFieldsProps) => {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("fa.name")}
      help={t("fa.name.help")}
      value={draft.name}
      isWrong={draft.name !== "" && !isName(draft.name)}
      isRequired
      onChange={(name) => change({ name })}
    />
  );
};

/** What whoever may `update` changes. */
export const DescribingFields = ({ draft, change }: NodeFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <TextField label={t("fa.displayName")} value={draft.displayName} maxLength={255} onChange={(displayName) => change({ displayName })} />
      <LinesField label={t("fa.description")} value={draft.description} maxLength={2000} onChange={(description) => change({ description })} />
    </>
  );
};

/** Development, or live where one may. */
export const WorkspaceKindField = ({ draft, change }: NodeFieldsProps) => {
  const { t } = useTranslation();
  const mayMakeLive = useMe()?.capabilities.includes("create-live-workspace") ?? false;
  return (
    <FormGroup role="radiogroup" label={t("fa.workspaceKind")} fieldId="fa-workspace-kind">
      {(["dev", "live"] as const).map((kind) => (
        <Radio
          key={kind}
          id={`fa-workspace-kind-${kind}`}
          name="fa-workspace-kind"
          label={t(`fa.workspaceKind.${kind}`)}
          description={t(kind === "live" && !mayMakeLive ? "fa.workspaceKind.live.admins" : `fa.workspaceKind.${kind}.help`)}
          isDisabled={kind === "live" && !mayMakeLive}
          isChecked={draft.workspaceKind === kind}
          onChange={() => change({ workspaceKind: kind })}
        />
      ))}
    </FormGroup>
  );
};

/** Who sees the node and what on it is sensitive: what whoever may `manage-access` changes. */
export const GuardingFields = ({ kind, draft, change }: NodeFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      {kind !== "workspace" && (
        <YesNoField label={t("fa.secret")} help={t("fa.secret.help")} value={draft.secret} onChange={(secret) => change({ secret })} />
      )}
      {kind !== "feature-set" && (
        <YesNoField label={t("fa.locked")} help={t(`fa.locked.help.${kind}`)} value={draft.locked} onChange={(locked) => change({ locked })} />
      )}
      {kind === "workspace" && (
        <YesNoField
          label={t("fa.viewersReadOffline")}
          help={t("fa.viewersReadOffline.help")}
          value={draft.viewersReadOffline}
          onChange={(viewersReadOffline) => change({ viewersReadOffline })}
        />
      )}
      {kind === "feature-set" && (
        <LinesField
          label={t("fa.sensitiveFeatures")}
          help={t("fa.sensitiveFeatures.help")}
          value={draft.sensitiveFeatures}
          onChange={(sensitiveFeatures) => change({ sensitiveFeatures })}
        />
      )}
    </>
  );
};
