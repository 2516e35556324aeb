import { ClipboardCopy, ClipboardCopyVariant, Text, TextContent, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { environment } from "../environment";

/** How a program gets a token with an API key: any OAuth library does the same. */
export const TokenRecipe = ({ clientId }: { clientId: string }) => {
  const { t } = useTranslation();
  const endpoint = `${environment.serverBaseUrl.replace(/\/$/, "")}/realms/${environment.realm}/protocol/openid-connect/token`;
  return (
    <>
      <Title headingLevel="h2">{t("fa.key.recipe")}</Title>
      <TextContent>
        <Text>{t("fa.key.recipe.what")}</Text>
      </TextContent>
      <ClipboardCopy
        isReadOnly
        isCode
        isExpanded
        variant={ClipboardCopyVariant.expansion}
        textAriaLabel={t("fa.key.recipe")}
        toggleAriaLabel={t("fa.key.recipe.show")}
        hoverTip={t("fa.copy")}
        clickTip={t("fa.copied")}
      >
        {`curl ${endpoint} \\\n  -d grant_type=client_credentials \\\n  -d client_id=${clientId} \\\n  -d client_secret="$API_KEY"`}
      </ClipboardCopy>
    </>
  );
};
