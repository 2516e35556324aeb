import { FormGroup, Grid, GridItem, Radio } from "@patternfly/react-core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { ROLES } from "../api/roles";
import type { Role } from "../api/types";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { EndField, TextField } from "../widgets/fields";

/** What somebody is given, as a form holds it. */
export interface GrantDraft {
  /** Undefined until one is chosen, `none` where all that was given here goes. */
  role?: Role | "none";
  /** As a field for a day and a time holds it; empty for never. */
  end: string;
  reason: string;
  /** Asked for only where the server wants it. */
  breakGlass: string;
}

export const NO_GRANT: GrantDraft = { end: "", reason: "", breakGlass: "" };

interface GrantFieldsProps {
  draft: GrantDraft;
  change: (part: Partial<GrantDraft>) => void;
  /** Whether "none" is among the roles. */
  offersNone?: boolean;
  wantsBreakGlass?: boolean;
  /** Who is given it, where that is asked too. */
  whom?: ReactNode;
  /** What changes. */
  children?: ReactNode;
}

/** Whom and which role on one side; until when, why and what changes on the other, where it is in sight before somebody saves. */
export const GrantFields = ({ whom, offersNone = false, children, ...rest }: GrantFieldsProps) => (
  <Grid hasGutter>
    <GridItem md={7}>
      <div className="pf-v5-c-form">
        {whom}
        <RoleField role={rest.draft.role} onChange={(role) => rest.change({ role })} offersNone={offersNone} />
      </div>
    </GridItem>
    <GridItem md={5}>
      <div className="pf-v5-c-form">
        <TermFields {...rest} />
        {children}
      </div>
    </GridItem>
  </Grid>
);

const TermFields = ({ draft, change, wantsBreakGlass }: Pick<GrantFieldsProps, "draft" | "change" | "wantsBreakGlass">) => {
  const { t } = useTranslation();
  return (
    <>
      {draft.role !== "none" && (
        <>
          <EndField label={t("fa.end")} help={t("fa.end.help")} value={draft.end} onChange={(end) => change({ end })} />
          <TextField label={t("fa.reason")} help={t("fa.reason.help")} value={draft.reason} maxLength={500} onChange={(reason) => change({ reason })} />
        </>
      )}
      {wantsBreakGlass && (
        <BreakGlassField help={t("fa.breakGlass.help")} value={draft.breakGlass} onChange={(breakGlass) => change({ breakGlass })} />
      )}
    </>
  );
};

interface RoleFieldProps {
  role?: Role | "none";
  onChange: (role: Role | "none") => void;
  offersNone?: boolean;
  /** Those on offer; all unless given. */
  roles?: readonly Role[];
}

/** The roles, strongest first, each with what it allows. */
export const RoleField = ({ role, onChange, offersNone = false, roles = ROLES }: RoleFieldProps) => {
  const { t } = useTranslation();
  const id = useId();
  const offered: (Role | "none")[] = offersNone ? [...roles, "none"] : [...roles];
  return (
    <FormGroup role="radiogroup" label={t("fa.role")} fieldId={id} isRequired>
      {offered.map((one) => (
        <Radio
          key={one}
          id={`${id}-${one}`}
          name={id}
          label={t(`fa.role.${one}`)}
          description={t(`fa.role.${one}.what`)}
          isChecked={role === one}
          onChange={() => onChange(one)}
        />
      ))}
    </FormGroup>
  );
};
