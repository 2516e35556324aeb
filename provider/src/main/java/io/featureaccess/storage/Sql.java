package io.featureaccess.storage;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jpa.HibernateHints;

/**
 * Native statements about one realm, in the transaction of one entity manager. A text without {@code :realm} is refused, so
 * that no statement can forget it. What is pending in the session is flushed first: a
 * decision in the transaction of a change sees the change.
 */
final class Sql {

    /** Rows sent to the database at once. */
    private static final int BATCH = 500;

    private static final String REALM = "realm";

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
     * A limit that lets through any rows, for a subquery that is read in more than one place: they must be the same in all of
     * them, see {@link H2Text}.
     *
     * @param key a column that is different in all rows
     * @param max the parameter with the number of rows
     */
    static String any(String key, String max) {
        return "/* any by " + key + " */ FETCH FIRST :" + max + " ROWS ONLY";
    }

    Statement statement(String text) {
        return new Statement(text, OptionalInt.empty());
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
        return new Statement(text, OptionalInt.of(page.first() + page.max()));
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

    /** One statement, on its way to being run. */
    final class Statement {

        private final String text;
        private final OptionalInt last;
        private final Map<String, Object> values = new HashMap<>();

        private Statement(String text, OptionalInt last) {
            this.text = text;
            this.last = last;
            values.put(REALM, realm);
        }

        /** Whoever reads may give values that the text does not ask for, where it is put together of parts. */
        Statement with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        /** For {@code = ANY} and {@code <> ALL}: one parameter however many there are, so that there is one text to plan. */
        Statement withAll(String name, Collection<String> all) {
            values.put(name, all.toArray(String[]::new));
            return this;
        }

        Stream<Row> rows() {
            return read(reading -> reading.inTransaction(named(), values));
        }

        /** As {@link Reading#alone}: never for a statement that locks what it reads. */
        Stream<Row> rowsAlone() {
            return read(reading -> reading.alone(named(), values));
        }

        private Stream<Row> read(Function<Reading, List<Row>> how) {
            try {
                return how.apply(new Reading(entities.unwrap(SharedSessionContractImplementor.class))).stream();
            } catch (RuntimeException failure) {
                throw Failures.translated(failure);
            }
        }

        Optional<Row> row() {
            return rows().findFirst();
        }

        /** Takes one row after the other, without ever holding all of them: one moment's answer, however long it takes. */
        void forEach(Consumer<Row> taker) {
            Query query = query();
            query.setHint(HibernateHints.HINT_FETCH_SIZE, BATCH);
            query.setHint(HibernateHints.HINT_READ_ONLY, true);
            try (Stream<?> rows = query.getResultStream()) {
                rows.map(Row::of).forEach(taker);
            }
        }

        /** @return how many rows it changed */
        int run() {
            try {
                return query().executeUpdate();
            } catch (RuntimeException failure) {
                throw Failures.translated(failure);
            }
        }

        private NamedText named() {
            NamedText named = wording.of(text, last);
            if (!named.places().contains(REALM)) {
                throw new IllegalArgumentException("it names no realm: " + text);
            }
            return named;
        }

        private Query query() {
            String qualified = Tables.qualified(text);
            Query query =
                    entities.createNativeQuery(wording.h2() ? H2Text.unrepeated(H2Text.of(qualified)) : qualified);
            query.setFlushMode(FlushModeType.AUTO);
            values.forEach(query::setParameter);
            return query;
        }
    }
}
