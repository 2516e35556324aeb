package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrder;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.grant.GrantPlan.EndChange;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes planned changes to grants, with their record and what people are told of them, unless a node would lose its last owner. */
public final class GrantLedger {

    private final Grants grants;
    private final AuditTrail trail;
    private final OpenedSecrets openedSecrets;
    private final Outbox outbox;
    private final Clock clock;

    public GrantLedger(Grants grants, AuditTrail trail, OpenedSecrets openedSecrets, Outbox outbox, Clock clock) {
        this.grants = grants;
        this.trail = trail;
        this.openedSecrets = openedSecrets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A step to be written.
     *
     * @param toSelf those of the grants that an admin gives to themself
     * @param opening those of the grants that make owners below by breaking the glass
     * @param people the holders of all grants in the plan
     * @param why grants are taken, where somebody said so; those that are given have reasons of their own
     */
    public record Step(
            Caller by,
            Site site,
            GrantPlan plan,
            Set<Grant> toSelf,
            List<Grant> opening,
            Map<PrincipalId, Principal> people,
            Optional<String> why) {}

    /** @throws DomainProblem {@code malformed-value}, {@code expiry-in-past} */
    public GrantPlan planToGive(Caller by, Site site, List<GrantOrder> orders) {
        Set<PrincipalId> principals =
                orders.stream().map(order -> order.principal().id()).collect(Collectors.toSet());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        GrantPlan.Origin origin = new GrantPlan.Origin(site.target(), by.principal(), now);
        return GrantPlan.toGive(orders, grants.of(principals, site.target()), origin);
    }

    /** @param roles which roles go; empty for all */
    public GrantPlan planToTake(Site site, Set<PrincipalId> principals, Set<Role> roles) {
        return GrantPlan.toTake(grants.of(principals, site.target()), roles);
    }

    /**
     * What comes goes first, so that a step may put one owner in another's place.
     *
     * @throws DomainProblem {@code last-owner}
     */
    public void write(Step step) {
        GrantPlan plan = step.plan();
        Set<GrantId> ownersTaken = plan.ownersTaken();
        Predicate<EndChange> takesOwner =
                change -> ownersTaken.contains(change.before().id());
        grants.add(plan.added());
        Instant now = clock.instant();
        grants.changeEnds(after(plan, takesOwner.negate()), now);
        requireOwnerStays(step.site(), ownersTaken);
        grants.changeEnds(after(plan, takesOwner), now);
        grants.remove(
                plan.removed().stream().map(Grant::id).collect(Collectors.toSet()),
                new Ending(Ending.Cause.REVOKED, Optional.of(Actor.of(step.by())), now, step.why()));
        trail.record(step.by(), changes(step));
        openedSecrets.record(step.by(), step.site(), step.opening(), step.people());
        outbox.put(notices(step));
    }

    /** To users from whom somebody else took something, and to whom nothing is given in its place. */
    private static List<Notice> notices(Step step) {
        Set<PrincipalId> given =
                step.plan().added().stream().map(Grant::principal).collect(Collectors.toSet());
        return step.plan().removed().stream()
                .filter(grant -> !given.contains(grant.principal())
                        && !grant.principal().equals(step.by().principal()))
                .filter(grant -> step.people().get(grant.principal()).type() == PrincipalType.USER)
                .map(grant -> Notice.revoked(
                        step.site().subject().map(AuditRow.Subject::id),
                        step.people().get(grant.principal()),
                        grant.role(),
                        step.why()))
                .toList();
    }

    public Instant now() {
        return clock.instant();
    }

    private void requireOwnerStays(Site site, Set<GrantId> taken) {
        if (taken.isEmpty()) {
            return;
        }
        boolean orphans = site.target() instanceof GrantTarget.OnNode on
                ? grants.ownedWithout(on.node(), Set.of()) && !grants.ownedWithout(on.node(), taken)
                : grants.orphansWorkspaceWithout(taken);
        if (orphans) {
            throw DomainProblem.lastOwner(site.path().map(Object::toString).orElse("a workspace"));
        }
    }

    private static List<Grant> after(GrantPlan plan, Predicate<EndChange> which) {
        return plan.changed().stream().filter(which).map(EndChange::after).toList();
    }

    private static List<Change> changes(Step step) {
        List<Change> changes = new ArrayList<>();
        step.plan()
                .added()
                .forEach(grant -> changes.add(change(AuditChange.GRANT_ADDED, grant, step)
                        .to(snapshot(grant, step))
                        .because(grant.reason())));
        step.plan()
                .changed()
                .forEach(change -> changes.add(change(AuditChange.GRANT_CHANGED, change.after(), step)
                        .from(Snapshots.of(change.before()))
                        .to(snapshot(change.after(), step))
                        .because(change.after().reason())));
        step.plan()
                .removed()
                .forEach(grant -> changes.add(change(AuditChange.GRANT_REMOVED, grant, step)
                        .from(Snapshots.of(grant))
                        .because(step.why())));
        return changes;
    }

    private static Change change(AuditChange kind, Grant grant, Step step) {
        Change change = Change.of(kind).about(step.people().get(grant.principal()));
        return step.site().subject().map(change::on).orElse(change);
    }

    /** On record as such where an admin gives access to themself. */
    private static Snapshot snapshot(Grant grant, Step step) {
        Snapshot snapshot = Snapshots.of(grant);
        return step.toSelf().contains(grant) ? snapshot.with("toSelf", true) : snapshot;
    }
}
