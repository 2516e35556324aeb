package io.featureaccess.domain.grant;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step does to the grants of one place, worked out before anything is written. Repeating a step that was done plans
 * nothing.
 *
 * @param result the grants as they will be, in the order they were asked for
 * @param removed those that go
 */
public record GrantPlan(List<Grant> result, List<Grant> added, List<EndChange> changed, List<Grant> removed) {

    /** The same grant with another end or reason. */
    public record EndChange(Grant before, Grant after) {

        /** Whether the principal has the role for longer than before. */
        boolean lengthens() {
            return before.expiresAt()
                    .map(end -> after.expiresAt().map(end::isBefore).orElse(true))
                    .orElse(false);
        }

        private boolean isOne() {
            return !before.equals(after);
        }

        boolean makesExpire() {
            return before.expiresAt().isEmpty() && after.expiresAt().isPresent();
        }
    }

    public GrantPlan {
        result = List.copyOf(result);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Who gives, when, and where: what new grants carry. */
    public record Origin(GrantTarget target, PrincipalId by, Instant at) {

        private Grant grant(GrantOrder order) {
            return new Grant(
                    GrantId.random(),
                    target,
                    order.principal().id(),
                    order.role(),
                    GrantOrigin.DIRECT,
                    order.expiresAt(),
                    order.reason(),
                    by,
                    at);
        }
    }

    /**
     * @param existing at least all grants that the principals of the orders have in the place
     * @throws DomainProblem {@code malformed-value} on {@code expiresAt} where one role is asked for with two ends,
     *     {@code expiry-in-past} where an end is not in the future
     */
    public static GrantPlan toGive(List<GrantOrder> orders, List<Grant> existing, Origin origin) {
        requireFuture(orders, origin.at());
        requireOneEndEach(orders);
        Map<Holding, Grant> held = existing.stream().collect(Collectors.toMap(Holding::of, Function.identity()));
        Map<Holding, Grant> planned = new LinkedHashMap<>();
        orders.forEach(order -> planned.computeIfAbsent(
                Holding.of(order), key -> held.containsKey(key) ? order.onto(held.get(key)) : origin.grant(order)));
        List<Grant> result = orders.stream().map(Holding::of).map(planned::get).toList();
        List<Grant> added = planned.values().stream()
                .filter(grant -> !held.containsKey(Holding.of(grant)))
                .toList();
        List<EndChange> changed = planned.values().stream()
                .filter(grant -> held.containsKey(Holding.of(grant)))
                .map(grant -> new EndChange(held.get(Holding.of(grant)), grant))
                .filter(EndChange::isOne)
                .toList();
        return new GrantPlan(result, added, changed, replaced(orders, existing, planned.keySet()));
    }

    /** @param roles which roles go; empty for all */
    public static GrantPlan toTake(List<Grant> existing, Set<Role> roles) {
        List<Grant> removed = existing.stream()
                .filter(grant -> roles.isEmpty() || roles.contains(grant.role()))
                .toList();
        return new GrantPlan(List.of(), List.of(), List.of(), removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** The grants by which somebody has a role that they did not have, or for longer. */
    public List<Grant> given() {
        return Stream.concat(
                        added.stream(),
                        changed.stream().filter(EndChange::lengthens).map(EndChange::after))
                .toList();
    }

    /** The owner grants without an end that this step ends, now or later. */
    public Set<GrantId> ownersTaken() {
        return Stream.concat(
                        removed.stream().filter(grant -> grant.expiresAt().isEmpty()),
                        changed.stream().filter(EndChange::makesExpire).map(EndChange::before))
                .filter(grant -> grant.role() == Role.OWNER)
                .map(Grant::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requireFuture(List<GrantOrder> orders, Instant now) {
        if (orders.stream().flatMap(order -> order.expiresAt().stream()).anyMatch(end -> !end.isAfter(now))) {
            throw DomainProblem.of(
                    ProblemCode.EXPIRY_IN_PAST, "expiresAt", "'expiresAt' has to be in the future: nothing is given");
        }
    }

    private static void requireOneEndEach(List<GrantOrder> orders) {
        Map<Holding, Optional<Instant>> ends = new HashMap<>();
        for (GrantOrder order : orders) {
            Optional<Instant> earlier = ends.putIfAbsent(Holding.of(order), order.expiresAt());
            if (earlier != null && !earlier.equals(order.expiresAt())) {
                throw DomainProblem.malformed(
                        "expiresAt", "the list gives one principal the same role twice, with different ends");
            }
        }
    }

    private static List<Grant> replaced(List<GrantOrder> orders, List<Grant> existing, Set<Holding> wanted) {
        Set<PrincipalId> replacing = orders.stream()
                .filter(GrantOrder::replace)
                .map(order -> order.principal().id())
                .collect(Collectors.toSet());
        return existing.stream()
                .filter(grant -> grant.origin() == GrantOrigin.DIRECT && replacing.contains(grant.principal()))
                .filter(grant -> !wanted.contains(Holding.of(grant)))
                .toList();
    }

    /** What a principal has once in a place or not at all. */
    private record Holding(PrincipalId principal, Role role) {

        static Holding of(Grant grant) {
            return new Holding(grant.principal(), grant.role());
        }

        static Holding of(GrantOrder order) {
            return new Holding(order.principal().id(), order.role());
        }
    }
}
