import { Button, FormGroup, Menu, MenuContent, MenuItem, MenuList } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { route } from "../api/routes";
import type { Principal, PrincipalType } from "../api/types";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { PrincipalName } from "../widgets/PrincipalName";
import { Refusal } from "../widgets/Refusal";
import { SearchField } from "../widgets/SearchField";

/** How many are offered; whoever is not among them is found by more letters. */
const OFFERED = 6;

interface PrincipalFieldProps {
  type: PrincipalType;
  chosen?: Principal;
  onChoose: (principal?: Principal) => void;
}

/** Finds one principal by a part of the name, on the server. */
export const PrincipalField = ({ type, chosen, onChoose }: PrincipalFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup role="group" label={t(`fa.type.${type}`)} fieldId="fa-principal" isRequired>
      {chosen ? (
        <>
          <PrincipalName reference={chosen.reference} />{" "}
          <Button variant="link" isInline onClick={() => onChoose(undefined)}>
            {t("fa.chooseAnother")}
          </Button>
        </>
      ) : (
        <Finder type={type} onChoose={onChoose} />
      )}
    </FormGroup>
  );
};

const Finder = ({ type, onChoose }: Omit<PrincipalFieldProps, "chosen">) => {
  const { t } = useTranslation();
  const api = useApi();
  const [search, setSearch] = useState("");
  const found = useLoad(
    (signal) => api.get(route("/principals"), { type, search, max: OFFERED }, { signal }),
    [api, type, search],
  );
  return (
    <>
      <SearchField label={t(`fa.find.${type}`)} onSearch={setSearch} />
      <Refusal problem={found.problem} retry={found.reload} />
      <Menu isPlain className="fa-finder" aria-label={t(`fa.types.${type}`)} onSelect={(_, id) => onChoose(found.data?.items.find((one) => one.id === id))}>
        <MenuContent>
          <MenuList>
            {found.data?.items.map((one) => (
              <MenuItem key={one.id} itemId={one.id}>
                <PrincipalName reference={one.reference} />
              </MenuItem>
            ))}
            {found.data?.items.length === 0 && <MenuItem isDisabled>{t("fa.nothingFound")}</MenuItem>}
          </MenuList>
        </MenuContent>
      </Menu>
    </>
  );
};
