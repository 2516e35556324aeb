import { PageSection, Skeleton } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Missing } from "../shell/Missing";
import type { Loaded } from "../shell/useLoad";
import { Refusal } from "./Refusal";

/** A page of something that has to be loaded first: what is hidden and what does not exist look alike. */
export function Await<T>({ loaded, children }: { loaded: Loaded<T>; children: (data: NonNullable<T>) => ReactNode }) {
  const { t } = useTranslation();
  if (loaded.problem?.status === 404) return <Missing />;
  if (loaded.data !== undefined && loaded.data !== null) return children(loaded.data);
  return (
    <PageSection variant="light">
      <Refusal problem={loaded.problem} retry={loaded.reload} />
      {!loaded.problem && <Skeleton height="20rem" screenreaderText={t("fa.loading")} />}
    </PageSection>
  );
}
