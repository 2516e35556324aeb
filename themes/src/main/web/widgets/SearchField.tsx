import { SearchInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** How long somebody has to pause before the server is asked. */
const PAUSE = 300;

/** A search that asks the server when the typing pauses. */
export const SearchField = ({ label, onSearch }: { label: string; onSearch: (text: string) => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <SearchInput
      className="fa-search"
      aria-label={label}
      placeholder={label}
      value={typed}
      resetButtonLabel={t("fa.clear")}
      onChange={(_, value) => setTyped(value)}
      onClear={() => setTyped("")}
    />
  );
};
