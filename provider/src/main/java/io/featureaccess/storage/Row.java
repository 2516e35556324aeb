package io.featureaccess.storage;

import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.Optional;

/** One row of an answer, its columns counted from 0. */
final class Row {

    private final Object[] columns;

    private Row(Object[] columns) {
        this.columns = columns;
    }

    /** A row of a single column comes as that column's value. */
    static Row of(Object row) {
        return new Row(row instanceof Object[] columns ? columns : new Object[] {row});
    }

    String text(int column) {
        return (String) columns[column];
    }

    Optional<String> optionalText(int column) {
        return Optional.ofNullable(text(column));
    }

    boolean flag(int column) {
        return (Boolean) columns[column];
    }

    boolean isEmpty(int column) {
        return columns[column] == null;
    }

    long number(int column) {
        return ((Number) columns[column]).longValue();
    }

    Instant instant(int column) {
        return Micros.toInstant(number(column));
    }

    Optional<Instant> optionalInstant(int column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(instant(column));
    }
}
