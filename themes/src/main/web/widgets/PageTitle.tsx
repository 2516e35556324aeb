import { Flex, FlexItem, PageSection, Text, Title } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTitle } from "../shell/useTitle";

interface PageTitleProps {
  title: string;
  /** What the page is for, or what is known of its subject. */
  children?: ReactNode;
  /** What can be done on the page as a whole. */
  actions?: ReactNode;
}

/** The head of a page, which names it in the browser too. */
export const PageTitle = ({ title, children, actions }: PageTitleProps) => {
  useTitle(title);
  return (
    <PageSection variant="light">
      <Flex justifyContent={{ default: "justifyContentSpaceBetween" }} alignItems={{ default: "alignItemsFlexStart" }}>
        <FlexItem>
          <Title headingLevel="h1" className="fa-break">
            {title}
          </Title>
        </FlexItem>
        {actions && <FlexItem>{actions}</FlexItem>}
      </Flex>
      {typeof children === "string" ? <Text>{children}</Text> : <div className="fa-facts">{children}</div>}
    </PageSection>
  );
};
