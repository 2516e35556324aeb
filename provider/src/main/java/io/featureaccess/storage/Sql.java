package io.featureaccess.storage;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Native statements about one realm, in the transaction of one entity manager. A text without {@code :realm} is refused, so
 * that no statement can forget it. What is pending in the session is flushed first: a
 * decision in the transaction of a change sees the change.
 */
final class Sql {

    /** Rows sent to the database at once. */
    private static final int BATCH = 500;

    /** The parameter that no text may leave out. */
    static final String REALM = "realm";

    private final EntityManager entities;
    private final String realm;
    private final Wording wording;

    Sql(EntityManager entities, String realm) {
        this.entities = entities;
        this.realm = realm;
        this.wording = Wording.of(entities.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class));
    }

    String realm() {
        return realm;
    }

    /**
     * The condition that rows of a table are of this realm, for statements that find them by something else: H2 must not find
     * them by it, see {@link H2Text}.
     *
     * @param table the table's name in the statement
     */
    static String inRealm(String table) {
        return table + ".REALM_ID = (:realm)";
    }

    /**
     * The same where no database must find them by it, since something else says better which they are: PostgreSQL takes a realm
     * for a rare value as long as it has not counted the rows of a new import, and for a common one where it has few realms.
     */
    static String notByRealm(String table) {
        return "COALESCE(" + table + ".REALM_ID, '') = :realm";
    }

    /**
     * The same for rows of {@code n} that are given by their ids. H2 finds them by these, and in the order of paths by an index
     * of the realm.
     */
    String inRealmById() {
        return isH2() ? "n.REALM_ID = :realm" : notByRealm("n");
    }

    /**
     * The nodes {@code n} that a query finds the ids of: what stands behind {@code FROM}, where nothing else is asked of them. As
     * an array PostgreSQL looks them up and does not guess how many there are. H2 would find a long list out anew for each node
     * there is, and joins it; but with conditions on the nodes it would begin with these.
     */
    String nodes(String ids) {
        return isH2()
                ? "(SELECT DISTINCT found.ID FROM (" + ids
                        + ") found (ID)) candidate JOIN FA_NODE n ON n.ID = candidate.ID WHERE " + notByRealm("n")
                : "FA_NODE n WHERE " + notByRealm("n") + " AND n.ID = ANY (ARRAY(" + ids + "))";
    }

    /**
     * A condition that holds for every row. PostgreSQL expects one row in two hundred where a range is asked for, and then looks
     * up what is joined to them; where it expects many, it reads whole tables, and it does expect many: of everybody as much
     * as the one pipeline that owns most, and on every node no more than most have.
     *
     * @param column a text that is never null
     */
    static String expectFew(String column) {
        return "LENGTH(" + column + ") BETWEEN 0 AND 4000";
    }

    /**
     * A condition of which PostgreSQL expects that it holds for every second row, where it would expect a few: to find the first
     * of a few in order, it reads them all.
     */
    static String expectMany(String condition) {
        return "CASE WHEN " + condition + " THEN TRUE ELSE FALSE END";
    }

    Statement statement(String text) {
        return new Statement(entities, wording, text, OptionalInt.empty()).with(REALM, realm);
    }

    boolean isH2() {
        return wording.h2();
    }

    /**
     * A statement with subqueries of which each finds what lies before the end of a page: {@code :last}, {@code :beforeLast}
     * which is one less, and {@code :window} which is a good deal more, are written as numbers. As parameters they would be
     * wrong on H2, which keeps the rows of a subquery for the next execution of the same text, and does not see that only its
     * limit has changed: every page after the first would be cut off.
     */
    Statement statement(String text, PageRequest page) {
        return statementUpTo(text, page).with("first", page.first()).with("max", page.max());
    }

    /** The same for a statement that itself answers no page. */
    Statement statementUpTo(String text, PageRequest page) {
        return new Statement(entities, wording, text, OptionalInt.of(page.first() + page.max())).with(REALM, realm);
    }

    /**
     * Writes new rows and forgets them, so that later reads ask the database.
     *
     * @param duplicate the problem where somebody else wrote such a row at the same moment
     */
    void insert(List<?> rows, Supplier<DomainProblem> duplicate) {
        Session session = entities.unwrap(Session.class);
        Integer usual = session.getJdbcBatchSize();
        try {
            session.setJdbcBatchSize(BATCH);
            rows.forEach(entities::persist);
            entities.flush();
        } catch (RuntimeException failure) {
            throw Failures.isDuplicate(failure) ? duplicate.get() : Failures.translated(failure);
        } finally {
            session.setJdbcBatchSize(usual);
        }
        rows.forEach(entities::detach);
    }

    /** Changes rows, sent to the database together; those that are gone are left out. */
    <T> void change(Class<T> type, Collection<String> ids, Consumer<T> change) {
        String entity = entities.getMetamodel().entity(type).getName();
        Session session = entities.unwrap(Session.class);
        Integer usual = session.getJdbcBatchSize();
        try {
            session.setJdbcBatchSize(BATCH);
            List<T> rows = entities.createQuery(
                            "SELECT e FROM " + entity + " e WHERE e.realmId = :realm AND e.id IN :ids", type)
                    .setParameter("realm", realm)
                    .setParameter("ids", ids)
                    .getResultList();
            rows.forEach(change);
            entities.flush();
            rows.forEach(entities::detach);
        } catch (RuntimeException failure) {
            throw Failures.translated(failure);
        } finally {
            session.setJdbcBatchSize(usual);
        }
    }
}
