package io.featureaccess.storage;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out who is meant by references: one statement for each way of referring. */
final class References {

    private final Sql sql;
    private final Directory directory;
    private final Map<PrincipalRef, Principal> resolved = new HashMap<>();

    References(Sql sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    Map<PrincipalRef, Principal> resolve(Collection<PrincipalRef> references) {
        List<PrincipalRef.ById> ids = only(PrincipalRef.ById.class, references);
        List<PrincipalRef.ByEmail> emails = only(PrincipalRef.ByEmail.class, references);
        List<PrincipalRef.ByName> names = only(PrincipalRef.ByName.class, references);
        byId(ids);
        byEmail(emails);
        byUsername(ofType(PrincipalType.USER, names));
        byClientId(ofType(PrincipalType.SERVICE_ACCOUNT, names));
        byGroupPath(ofType(PrincipalType.GROUP, names));
        return Map.copyOf(resolved);
    }

    private static <T extends PrincipalRef> List<T> only(Class<T> form, Collection<PrincipalRef> references) {
        return references.stream().filter(form::isInstance).map(form::cast).toList();
    }

    private static List<PrincipalRef.ByName> ofType(PrincipalType type, List<PrincipalRef.ByName> names) {
        return names.stream().filter(name -> name.type() == type).toList();
    }

    private void byId(List<PrincipalRef.ById> references) {
        if (references.isEmpty()) {
            return;
        }
        Set<PrincipalId> ids = references.stream().map(PrincipalRef.ById::id).collect(Collectors.toSet());
        Map<PrincipalId, Principal> found = directory.find(ids);
        references.stream()
                .filter(reference -> found.containsKey(reference.id()))
                .forEach(reference -> resolved.put(reference, found.get(reference.id())));
    }

    /** Keycloak keeps usernames in lower case. */
    private void byUsername(List<PrincipalRef.ByName> references) {
        byName(
                references,
                name -> name.toLowerCase(Locale.ROOT),
                "SELECT u.ID, u.USERNAME FROM USER_ENTITY u WHERE u.REALM_ID = :realm"
                        + " AND u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL AND u.USERNAME = ANY (:names)");
    }

    private void byClientId(List<PrincipalRef.ByName> references) {
        byName(
                references,
                Function.identity(),
                "SELECT u.ID, c.CLIENT_ID FROM CLIENT c"
                        + " JOIN USER_ENTITY u ON u.SERVICE_ACCOUNT_CLIENT_LINK = c.ID AND u.REALM_ID = c.REALM_ID"
                        + " WHERE c.REALM_ID = :realm AND c.CLIENT_ID = ANY (:names)");
    }

    private void byName(List<PrincipalRef.ByName> references, Function<String, String> stored, String text) {
        if (references.isEmpty()) {
            return;
        }
        Set<String> names = references.stream()
                .map(reference -> stored.apply(reference.name()))
                .collect(Collectors.toSet());
        Map<String, String> ids = new HashMap<>();
        sql.statement(text).withAll("names", names).rows().forEach(row -> ids.put(row.text(1), row.text(0)));
        for (PrincipalRef.ByName reference : references) {
            String name = stored.apply(reference.name());
            if (ids.containsKey(name)) {
                PrincipalId id = new PrincipalId(ids.get(name));
                resolved.put(reference, new Principal(id, reference.type(), name));
            }
        }
    }

    /** Realms may allow several users with the same address, and users may claim one that is not theirs. */
    private void byEmail(List<PrincipalRef.ByEmail> references) {
        if (references.isEmpty()) {
            return;
        }
        Set<String> addresses = references.stream().map(References::stored).collect(Collectors.toSet());
        Map<String, List<Row>> byAddress = sql.statement(
                        "SELECT u.ID, u.USERNAME, u.EMAIL, u.EMAIL_VERIFIED FROM USER_ENTITY u"
                                + " WHERE u.REALM_ID = :realm AND u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL"
                                + " AND u.EMAIL = ANY (:addresses)")
                .withAll("addresses", addresses)
                .rows()
                .collect(Collectors.groupingBy(row -> row.text(2)));
        for (PrincipalRef.ByEmail reference : references) {
            List<Row> users = byAddress.getOrDefault(stored(reference), List.of());
            if (users.size() != 1 || !users.get(0).flag(3)) {
                throw ambiguous("no user, several users, or one with an unverified address: " + reference);
            }
            Row user = users.get(0);
            resolved.put(reference, new Principal(new PrincipalId(user.text(0)), PrincipalType.USER, user.text(1)));
        }
    }

    private static String stored(PrincipalRef.ByEmail reference) {
        return reference.address().toLowerCase(Locale.ROOT);
    }

    /** Down from the roots through groups named like any segment; which paths they make is then seen by comparing. */
    private void byGroupPath(List<PrincipalRef.ByName> references) {
        if (references.isEmpty()) {
            return;
        }
        Set<String> segments = new LinkedHashSet<>();
        references.forEach(reference ->
                segments.addAll(List.of(reference.name().substring(1).split("/", -1))));
        Map<String, List<Principal>> byPath = sql.statement("""
                        WITH RECURSIVE DOWN (ID, PATH) AS (
                            SELECT g.ID, CAST('/' || g.NAME AS VARCHAR(4000)) FROM KEYCLOAK_GROUP g
                            WHERE g.REALM_ID = :realm AND g.TYPE = 0 AND g.PARENT_GROUP = ' ' AND g.NAME = ANY (:segments)
                            UNION ALL
                            SELECT g.ID, CAST(d.PATH || '/' || g.NAME AS VARCHAR(4000)) FROM DOWN d
                            JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = d.ID
                            WHERE g.REALM_ID = :realm AND g.NAME = ANY (:segments))
                        SELECT d.ID, d.PATH FROM DOWN d
                        """)
                .withAll("segments", segments)
                .rows()
                .map(row -> new Principal(new PrincipalId(row.text(0)), PrincipalType.GROUP, row.text(1)))
                .collect(Collectors.groupingBy(Principal::name));
        for (PrincipalRef.ByName reference : references) {
            List<Principal> groups = byPath.getOrDefault(reference.name(), List.of());
            if (groups.size() > 1) {
                throw ambiguous("several groups have the path of " + reference + ": name it by its id");
            }
            groups.forEach(group -> resolved.put(reference, group));
        }
    }

    private static DomainProblem ambiguous(String detail) {
        return DomainProblem.of(ProblemCode.AMBIGUOUS_PRINCIPAL, "principal", detail);
    }
}
