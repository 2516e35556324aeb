package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestOrder;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.keycloak.spi.RequestApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of the lists of requests and permissions, which differ in what they show unless told. */
final class RequestQuery {

    private static final String MINE = "mine";
    private static final String MANAGEABLE = "manageable";
    private static final int LONGEST_SEARCH = 255;

    private final QueryParams query;
    private final RequestState usual;
    private final boolean askedFor;

    private RequestQuery(QueryParams query, RequestState usual, boolean askedFor) {
        this.query = query;
        this.usual = usual;
        this.askedFor = askedFor;
    }

    /** What was asked for; what is pending, unless told otherwise. */
    static RequestQuery requests(Exchange exchange) {
        return new RequestQuery(parameters(exchange), RequestState.PENDING, true);
    }

    /** Also what was given unasked; what is granted, unless told otherwise. */
    static RequestQuery permissions(Exchange exchange) {
        return new RequestQuery(parameters(exchange), RequestState.GRANTED, false);
    }

    private static QueryParams parameters(Exchange exchange) {
        return exchange.query("view", "state", "kind", "search", "order", "first", "max");
    }

    ItemsJson<RequestJson> answer(RequestApi requests, Caller caller) {
        PageRequest page = query.page();
        String view = query.text("view").orElse(MINE);
        return switch (view) {
            case MINE -> items(requests.mine(caller, filter(), page));
            case MANAGEABLE -> items(requests.manageable(caller, filter(), page));
            default -> throw DomainProblem.notOneOf("view", view, List.of(MINE, MANAGEABLE));
        };
    }

    private RequestFilter filter() {
        Set<RequestState> states = query.texts("state", RequestState.values().length).stream()
                .map(RequestState::parse)
                .collect(Collectors.toSet());
        Optional<NodeKind> kind = query.text("kind").map(NodeKind::parse);
        RequestOrder order = query.text("order").map(RequestOrder::parse).orElse(RequestOrder.OLDEST);
        Optional<String> search = query.text("search", LONGEST_SEARCH);
        return new RequestFilter(states.isEmpty() ? Set.of(usual) : states, kind, askedFor, search, order);
    }

    private static ItemsJson<RequestJson> items(List<AccessRequest> requests) {
        return new ItemsJson<>(requests.stream().map(RequestJson::of).toList(), null);
    }
}
