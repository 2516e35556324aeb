import { Label, LabelGroup } from "@patternfly/react-core";
import { KeyIcon, LockIcon, UserSecretIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { Node, Role } from "../api/types";

/** What sets a node apart: secret, locked, sensitive features, a workspace for development or live. */
export const Marks = ({ node }: { node: Node }) => {
  const { t } = useTranslation();
  const sensitive = node.sensitiveFeatures?.length ?? 0;
  return (
    <LabelGroup numLabels={5} aria-label={t("fa.marks")}>
      {[
        node.workspaceKind && (
          <Label key="kind" isCompact color={node.workspaceKind === "live" ? "green" : "blue"}>
            {t(`fa.workspaceKind.${node.workspaceKind}`)}
          </Label>
        ),
        node.secret && (
          <Label key="secret" isCompact color="red" icon={<UserSecretIcon />}>
            {t("fa.secret")}
          </Label>
        ),
        node.locked && (
          <Label key="locked" isCompact color="gold" icon={<LockIcon />}>
            {t("fa.locked")}
          </Label>
        ),
        sensitive > 0 && (
          <Label key="sensitive" isCompact color="purple" icon={<KeyIcon />}>
            {t("fa.sensitive", { n: sensitive })}
          </Label>
        ),
      ].filter((mark) => !!mark)}
    </LabelGroup>
  );
};

/** The role to show where one is shown. */
export const RoleLabel = ({ role }: { role?: Role }) => {
  const { t } = useTranslation();
  return (
    <span>
      {role ? (
        <Label isCompact color="cyan">
          {t(`fa.role.${role}`)}
        </Label>
      ) : (
        t("fa.noRole")
      )}
    </span>
  );
};
