package io.featureaccess.storage;

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
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jpa.HibernateHints;

/** One statement about one realm, on its way to being run. */
final class Statement {

    /** Rows fetched from the database at once. */
    private static final int BATCH = 500;

    private final EntityManager entities;
    private final Wording wording;
    private final String text;
    private final OptionalInt last;
    private final Map<String, Object> values = new HashMap<>();

    /** @param last the end of a page whose number stands in the text, see {@link Sql#statementUpTo} */
    Statement(EntityManager entities, Wording wording, String text, OptionalInt last) {
        this.entities = entities;
        this.wording = wording;
        this.text = text;
        this.last = last;
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
        if (!named.places().contains(Sql.REALM)) {
            throw new IllegalArgumentException("it names no realm: " + text);
        }
        return named;
    }

    private Query query() {
        String qualified = Tables.qualified(text);
        Query query = entities.createNativeQuery(wording.h2() ? H2Text.unrepeated(H2Text.of(qualified)) : qualified);
        query.setFlushMode(FlushModeType.AUTO);
        values.forEach(query::setParameter);
        return query;
    }
}
