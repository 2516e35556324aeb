import { DescriptionList, Label, LabelGroup } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Node } from "../api/types";
import { Fact } from "../widgets/Fact";
import { PrincipalName } from "../widgets/PrincipalName";
import { When } from "../widgets/When";

/** What is known of a node beside its name. */
export const NodeFacts = ({ node }: { node: Node }) => {
  const { t } = useTranslation();
  return (
    <DescriptionList columnModifier={{ default: "1Col", md: "2Col" }} isCompact>
      <Fact term={t("fa.path")}>{node.path}</Fact>
      <Fact term={t("fa.kind")}>{t(`fa.kind.${node.kind}`)}</Fact>
      <Fact term={t("fa.owners")}>{node.owners?.length ? <Names references={node.owners} /> : t("fa.noOwners")}</Fact>
      <Fact term={t("fa.created")}>
        <When at={node.createdAt} /> · <PrincipalName reference={node.createdBy} />
      </Fact>
      {node.sensitiveFeatures && (
        <Fact term={t("fa.sensitiveFeatures")}>
          {node.sensitiveFeatures.length === 0 ? t("fa.none") : <Features names={node.sensitiveFeatures} />}
        </Fact>
      )}
      {node.settings && (
        <Fact term={t("fa.viewersReadOffline")}>{t(node.settings.viewersReadOffline ? "fa.yes" : "fa.no")}</Fact>
      )}
    </DescriptionList>
  );
};

const Names = ({ references }: { references: string[] }) => (
  <>
    {references.map((reference, index) => (
      <span key={reference}>
        {index > 0 && ", "}
        <PrincipalName reference={reference} />
      </span>
    ))}
  </>
);

const Features = ({ names }: { names: string[] }) => {
  const { t } = useTranslation();
  return (
    <LabelGroup numLabels={10} expandedText={t("fa.less")} collapsedText={t("fa.more", { n: "${remaining}" })} aria-label={t("fa.sensitiveFeatures")}>
      {names.map((name) => (
        <Label key={name} isCompact color="purple">
          {name}
        </Label>
      ))}
    </LabelGroup>
  );
};
