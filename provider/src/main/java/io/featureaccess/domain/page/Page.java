package io.featureaccess.domain.page;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many entries the whole list has; empty where counting costs more than listing
 */
public record Page<T>(List<T> items, OptionalLong total) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), total);
    }
}
