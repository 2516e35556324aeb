package io.featureaccess.keycloak.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A refusal that lies in the HTTP exchange itself; the counterpart of a domain problem at this door. */
final class HttpProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpProblemCode code;
    private final transient Details details;

    private HttpProblem(HttpProblemCode code, String detail, Details details) {
        super(detail);
        this.code = code;
        this.details = details;
    }

    private record Details(
            Optional<String> field, List<String> allowed, Optional<String> instance, Map<String, String> headers) {

        private static final Details NONE = new Details(Optional.empty(), List.of(), Optional.empty(), Map.of());

        Details field(String name) {
            return new Details(Optional.of(name), allowed, instance, headers);
        }

        Details header(String name, String value) {
            return new Details(field, allowed, instance, Map.of(name, value));
        }
    }

    HttpProblemCode code() {
        return code;
    }

    Optional<String> field() {
        return details.field();
    }

    List<String> allowed() {
        return details.allowed();
    }

    /** Of our own faults, what the log calls it by. */
    Optional<String> instance() {
        return details.instance();
    }

    /** Headers that belong to the answer, as {@code Allow} or {@code WWW-Authenticate}. */
    Map<String, String> headers() {
        return details.headers();
    }

    static HttpProblem of(HttpProblemCode code, String detail) {
        return new HttpProblem(code, detail, Details.NONE);
    }

    static HttpProblem on(HttpProblemCode code, String field, String detail) {
        return new HttpProblem(code, detail, Details.NONE.field(field));
    }

    static HttpProblem withHeader(HttpProblemCode code, String detail, String header, String value) {
        return new HttpProblem(code, detail, Details.NONE.header(header, value));
    }

    static HttpProblem methodNotAllowed(List<String> allowed) {
        String listed = String.join(", ", allowed);
        Details details = new Details(Optional.empty(), allowed, Optional.empty(), Map.of("Allow", listed));
        return new HttpProblem(HttpProblemCode.METHOD_NOT_ALLOWED, "this route knows " + listed, details);
    }

    /** @param id what the log calls this fault by */
    static HttpProblem ourFault(String id) {
        String detail = "this is our fault, not yours; whoever runs the server finds it in the log by this instance";
        Details details = new Details(Optional.empty(), List.of(), Optional.of("urn:uuid:" + id), Map.of());
        return new HttpProblem(HttpProblemCode.INTERNAL_ERROR, detail, details);
    }
}
