package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.rule.RulePreview;
import io.featureaccess.domain.rule.RulePreview.RoleShift;
import java.util.List;

/**
 * What a login would change.
 *
 * @param principal whose; absent for somebody new
 * @param accountType absent where it stays as it is
 */
record PreviewJson(
        String principal,
        ShiftJson<String> groups,
        ShiftJson<RoleShiftJson> roles,
        AccountTypeShiftJson accountType,
        List<String> notes) {

    record ShiftJson<T>(List<T> gained, List<T> lost) {}

    /** @param via the group by which */
    record RoleShiftJson(String node, String role, String via) {

        static RoleShiftJson of(RoleShift shift) {
            return new RoleShiftJson(shift.node(), shift.role(), shift.via());
        }
    }

    record AccountTypeShiftJson(String before, String after) {}

    static PreviewJson of(RulePreview preview) {
        return new PreviewJson(
                preview.principal().map(Principal::reference).orElse(null),
                new ShiftJson<>(preview.groups().gained(), preview.groups().lost()),
                new ShiftJson<>(
                        roles(preview.roles().gained()), roles(preview.roles().lost())),
                accountType(preview),
                preview.notes());
    }

    private static List<RoleShiftJson> roles(List<RoleShift> shifts) {
        return shifts.stream().map(RoleShiftJson::of).toList();
    }

    private static AccountTypeShiftJson accountType(RulePreview preview) {
        return preview.accountTypeBefore() == preview.accountTypeAfter()
                ? null
                : new AccountTypeShiftJson(
                        preview.accountTypeBefore().id(),
                        preview.accountTypeAfter().id());
    }
}
