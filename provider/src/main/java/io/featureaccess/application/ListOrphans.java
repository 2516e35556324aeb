package io.featureaccess.application;

import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The nodes that nobody owns any more, because accounts and memberships go without asking us; for admins. */
public final class ListOrphans {

    private final Admins admins;
    private final NodeLists lists;
    private final NodeViews views;
    private final Clock clock;

    public ListOrphans(Admins admins, NodeLists lists, NodeViews views, Clock clock) {
        this.admins = admins;
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Secret nodes are among them only if the glass is broken, and then on record.
     *
     * @throws DomainProblem {@code forbidden} unless the caller is an admin
     */
    public List<NodeView> list(Caller caller, PageRequest page) {
        admins.require(caller, "orphans");
        Instant now = clock.instant();
        return views.looks(caller, lists.orphans(caller.breakGlass().isPresent(), page, now), now);
    }
}
