import { ActionGroup, Button, Form, FormGroup, FormSelect, FormSelectOption, Grid, GridItem } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { EndField, TextField } from "../widgets/fields";
import { CHANGES, changeText } from "./changes";
import { FILTERS, type Filters } from "./filters";

interface FilterFormProps {
  filters: Filters;
  onFilter: (filters: Filters) => void;
}

/** What of the record is looked for. Nothing is asked before somebody says so: half a name is nobody's. */
export const FilterForm = ({ filters, onFilter }: FilterFormProps) => {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(filters);
  const field = (name: keyof Filters) => ({
    label: t(`fa.audit.${name}`),
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter(draft);
  };
  const nothing = Object.fromEntries(FILTERS.map((name) => [name, ""])) as Filters;
  return (
    <Form onSubmit={submit} aria-label={t("fa.audit.filter")} className="fa-above-list">
      <Grid hasGutter md={6} lg={4}>
        <GridItem>
          <TextField {...field("node")} help={t("fa.audit.node.help")} />
        </GridItem>
        <GridItem>
          <TextField {...field("principal")} help={t("fa.audit.principal.help")} />
        </GridItem>
        <GridItem>
          <TextField {...field("actor")} help={t("fa.audit.actor.help")} />
        </GridItem>
        <GridItem>
          <FormGroup label={t("fa.audit.change")} fieldId="fa-audit-change">
            <FormSelect id="fa-audit-change" value={draft.change} onChange={(_, change) => setDraft({ ...draft, change })}>
              <FormSelectOption value="" label={t("fa.audit.anyChange")} />
              {CHANGES.map((change) => (
                <FormSelectOption key={change} value={change} label={changeText(t, change)} />
              ))}
            </FormSelect>
          </FormGroup>
        </GridItem>
        <GridItem>
          <EndField {...field("since")} />
        </GridItem>
        <GridItem>
          <EndField {...field("until")} />
        </GridItem>
      </Grid>
      <ActionGroup>
        <Button type="submit" variant="secondary">
          {t("fa.audit.filter")}
        </Button>
        <Button variant="link" onClick={() => onFilter(nothing)}>
          {t("fa.audit.all")}
        </Button>
      </ActionGroup>
    </Form>
  );
};
