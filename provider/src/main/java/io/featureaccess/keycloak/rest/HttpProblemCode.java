package io.featureaccess.keycloak.rest;

/** The stable codes of problems that lie in the HTTP exchange itself, before any rule of access is asked. */
enum HttpProblemCode {
    /** The request is no request of this API: wrong realm set-up, transport or origin. */
    NOT_ENABLED("not-enabled"),
    HTTPS_REQUIRED("https-required"),
    ORIGIN_NOT_ALLOWED("origin-not-allowed"),
    NO_SUCH_ROUTE("no-such-route"),
    METHOD_NOT_ALLOWED("method-not-allowed"),
    UNAUTHENTICATED("unauthenticated"),
    /** The token is good for looking, not for changing. */
    SCOPE_REQUIRED("scope-required"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    BODY_TOO_LARGE("body-too-large"),
    MISSING_BODY("missing-body"),
    MALFORMED_JSON("malformed-json"),
    DUPLICATE_FIELD("duplicate-field"),
    /** Our fault; the log has the details under the problem's instance. */
    INTERNAL_ERROR("internal-error");

    private final String id;

    HttpProblemCode(String id) {
        this.id = id;
    }

    /** The code as it is written in JSON. */
    String id() {
        return id;
    }
}
