package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.Page;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many entries the whole list has; absent where counting costs more than listing
 */
record ItemsJson<T>(List<T> items, Long total) {

    static <S, T> ItemsJson<T> of(Page<S> page, Function<S, T> json) {
        Long total = page.total().isPresent() ? page.total().getAsLong() : null;
        return new ItemsJson<>(page.items().stream().map(json).toList(), total);
    }
}
