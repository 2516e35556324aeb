package io.featureaccess.application.rules;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.RuleLogin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules did, on record: never the attributes, which are nobody's business. */
public final class RuleRecord {

    private static final int MOST_PROBLEMS = 20;

    /** Enough to see what happened; all of them are in the memberships. */
    private static final int MOST_GROUPS = 200;

    private final Directory directory;
    private final AuditTrail trail;

    public RuleRecord(Directory directory, AuditTrail trail) {
        this.directory = directory;
        this.trail = trail;
    }

    /** Nothing where nothing changed. */
    void applied(RuleLogin login, Gifts.Given given) {
        Set<PrincipalId> groups = new HashSet<>(given.gained());
        groups.addAll(given.lost());
        if (groups.isEmpty() && given.admin().isEmpty()) {
            return;
        }
        Map<PrincipalId, Principal> names = groups.isEmpty() ? Map.of() : directory.find(groups);
        Snapshot after = of(login);
        if (!groups.isEmpty()) {
            after = after.with("gained", names(given.gained(), names)).with("lost", names(given.lost(), names));
        }
        if (given.admin().isPresent()) {
            after = after.with(
                    "accountType",
                    AccountType.of(given.admin().get() == Holding.Change.GIVE).id());
        }
        trail.record(
                ApplyRules.by(login),
                Change.of(AuditChange.RULES_APPLIED).about(login.user()).to(after));
    }

    /** Nothing where nothing failed. */
    public void failed(RuleLogin login, List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        trail.record(
                ApplyRules.by(login),
                Change.of(AuditChange.RULES_FAILED)
                        .about(login.user())
                        .to(of(login).with("problems", shortened(problems, MOST_PROBLEMS))));
    }

    private static Snapshot of(RuleLogin login) {
        return Snapshot.EMPTY
                .with("identityProvider", login.mapper().identityProvider())
                .with("mapper", login.mapper().name())
                .with("mapperId", login.mapper().id());
    }

    private static List<String> names(Set<PrincipalId> groups, Map<PrincipalId, Principal> names) {
        List<String> references = groups.stream()
                .filter(names::containsKey)
                .map(group -> names.get(group).reference())
                .sorted()
                .toList();
        return shortened(references, MOST_GROUPS);
    }

    private static List<String> shortened(List<String> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, most));
        first.add("and " + (all.size() - most) + " more");
        return first;
    }
}
