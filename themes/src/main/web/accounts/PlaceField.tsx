import { Button, FormGroup, Menu, MenuContent, MenuItem, MenuList } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ALL_WORKSPACES, childrenRoute, route } from "../api/routes";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { Refusal } from "../widgets/Refusal";
import { SearchField } from "../widgets/SearchField";

/** How many are offered; what is not among them is found by more letters. */
const OFFERED = 6;

interface PlaceFieldProps {
  /** A node's path, or `*`. */
  chosen?: string;
  onChoose: (place?: string) => void;
}

/** Where a role is given: all workspaces, a workspace, or what lies in one. */
export const PlaceField = ({ chosen, onChoose }: PlaceFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup role="group" label={t("fa.held.where")} fieldId="fa-place" isRequired>
      {chosen ? (
        <>
          <strong>{chosen === ALL_WORKSPACES ? t("fa.allWorkspaces") : chosen}</strong>{" "}
          <Button variant="link" isInline onClick={() => onChoose(undefined)}>
            {t("fa.chooseAnother")}
          </Button>
        </>
      ) : (
        <Finder onChoose={onChoose} />
      )}
    </FormGroup>
  );
};

const Finder = ({ onChoose }: Omit<PlaceFieldProps, "chosen">) => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const found = useLoad(
    (signal) =>
      search === ""
        ? api.get(childrenRoute(), { max: OFFERED }, { signal })
        : api.get(route("/nodes"), { search, max: OFFERED }, { signal }),
    [api, search],
  );
  return (
    <>
      <SearchField label={t("fa.held.where.find")} onSearch={setSearch} />
      <Refusal problem={found.problem} retry={found.reload} />
      <Menu isPlain className="fa-finder" aria-label={t("fa.held.where")} onSelect={(_, place) => onChoose(String(place))}>
        <MenuContent>
          <MenuList>
            {search === "" && (
              <MenuItem itemId={ALL_WORKSPACES} description={t("fa.allWorkspaces.what")}>
                {t("fa.allWorkspaces")}
              </MenuItem>
            )}
            {found.data?.items.map(({ id, path, kind, name, displayName }) => (
              <MenuItem key={id} itemId={path} description={[t(`fa.kind.${kind}`), displayName].slice(0, displayName === name ? 1 : 2).join(" · ")}>
                {path}
              </MenuItem>
            ))}
            {found.data?.items.length === 0 && <MenuItem isDisabled>{t("fa.nothingFound")}</MenuItem>}
          </MenuList>
        </MenuContent>
      </Menu>
    </>
  );
};
