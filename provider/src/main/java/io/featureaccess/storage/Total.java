package io.featureaccess.storage;

import io.featureaccess.domain.page.PageRequest;
import java.util.List;
import java.util.OptionalLong;

/** How long a list is of which a page was read, each of whose rows says it. */
final class Total {

    private Total() {}

    /** A page beyond the end has no row to say it. */
    static OptionalLong of(List<Row> rows, int column, PageRequest page) {
        if (!rows.isEmpty()) {
            return OptionalLong.of(rows.get(0).number(column));
        }
        return page.first() == 0 ? OptionalLong.of(0) : OptionalLong.empty();
    }
}
