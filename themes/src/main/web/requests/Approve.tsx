import { FormGroup, FormSelect, FormSelectOption, Text, TextContent } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { route } from "../api/routes";
import type { Role } from "../api/types";
import { RoleField } from "../permissions/GrantFields";
import { useApi } from "../shell/context";
import { BreakGlassField } from "../widgets/BreakGlassField";
import { EndField, TextField } from "../widgets/fields";
import { FormDialog } from "../widgets/FormDialog";
import { principalParts } from "../widgets/PrincipalName";
import { toInstant, toLocal } from "../widgets/time";
import type { AccessRequest } from "./types";
import { grantable, projectRolesFor } from "./weaker";

interface AnswerProps {
  request: AccessRequest;
  close: () => void;
  done: () => void;
}

/** Says yes: to what was asked, or to a weaker role or an earlier end. */
export const Approve = ({ request, close, done }: AnswerProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const kind = request.kind === "all-workspaces" ? "workspace" : request.kind;
  const before = toLocal(request.expiresAt);
  const [role, setRole] = useState<Role>(request.role);
  const [end, setEnd] = useState(before);
  const [reason, setReason] = useState("");
  const [projectRole, setProjectRole] = useState<Role | "">("");
  const [wants, setWants] = useState<{ projectRole?: boolean; breakGlass?: boolean }>({});
  const [breakGlass, setBreakGlass] = useState("");
  const approve = async () => {
    const answer = {
      role: role === request.role ? undefined : role,
      expiresAt: end === before ? undefined : toInstant(end),
      reason: reason.trim() || undefined,
      projectRole: projectRole || undefined,
    };
    await api
      .post(route("/requests/{id}/approve", { id: request.id }), answer, { breakGlass: breakGlass.trim() })
      .catch((error: unknown) => {
        const { code } = ApiProblem.from(error);
        setWants({ projectRole: wants.projectRole || code === "project-role-required", breakGlass: wants.breakGlass || code === "break-glass-required" });
        throw error;
      });
    done();
  };
  const who = principalParts(request.requestor ?? request.principal).name;
  return (
    <FormDialog title={t("fa.requests.approve.title", { name: who, node: request.node })} submit={t("fa.requests.approve")} onSubmit={approve} close={close}>
      {request.reason && (
        <TextContent>
          <Text component="blockquote">{request.reason}</Text>
        </TextContent>
      )}
      <RoleField role={role} roles={grantable(request.askedRole, kind)} onChange={(chosen) => chosen !== "none" && setRole(chosen)} />
      <EndField label={t("fa.end")} help={t("fa.requests.end.help")} value={end} onChange={setEnd} />
      {wants.projectRole && <ProjectRoleField role={role} chosen={projectRole} onChoose={setProjectRole} />}
      <TextField label={t("fa.reason")} help={t("fa.requests.reason.help")} value={reason} maxLength={500} onChange={setReason} />
      {wants.breakGlass && <BreakGlassField help={t("fa.breakGlass.help")} value={breakGlass} onChange={setBreakGlass} />}
    </FormDialog>
  );
};

interface ProjectRoleFieldProps {
  role: Role;
  chosen: Role | "";
  onChoose: (role: Role | "") => void;
}

/** A role on a feature set sleeps without one on its project: which one is given along with it. */
const ProjectRoleField = ({ role, chosen, onChoose }: ProjectRoleFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup label={t("fa.requests.projectRole")} fieldId="fa-project-role" isRequired>
      <FormSelect id="fa-project-role" value={chosen} onChange={(_, value) => onChoose(value as Role | "")}>
        <FormSelectOption value="" label={t("fa.requests.projectRole.choose")} isPlaceholder />
        {projectRolesFor(role).map((one) => (
          <FormSelectOption key={one} value={one} label={t(`fa.role.${one}`)} />
        ))}
      </FormSelect>
    </FormGroup>
  );
};
