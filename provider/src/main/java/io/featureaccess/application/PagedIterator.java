package io.featureaccess.application;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A long list as one, of which only a page is kept: the first is read at once, each next one when the last is used up. */
final class PagedIterator<T> implements Iterator<T> {

    private final Function<Optional<T>, List<T>> after;
    private final int pageSize;
    private List<T> page;
    private int next;

    /**
     * @param after the page that follows an entry, or the first one; a page that is not full is the last
     * @param pageSize how many entries a full page has
     */
    PagedIterator(Function<Optional<T>, List<T>> after, int pageSize) {
        this.after = after;
        this.pageSize = pageSize;
        this.page = after.apply(Optional.empty());
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && page.size() == pageSize) {
            page = after.apply(Optional.of(page.get(next - 1)));
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }
}
