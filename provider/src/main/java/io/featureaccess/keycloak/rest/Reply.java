package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What a resource answers, before it is an HTTP response. */
record Reply(Response.Status status, Object entity, String mediaType) {

    private static final String JSON = "application/json";

    static Reply ok(Object json) {
        return new Reply(Response.Status.OK, json, JSON);
    }

    static Reply created(Object json) {
        return new Reply(Response.Status.CREATED, json, JSON);
    }

    /** An answer that is written while it is made, and of which nothing is kept. */
    static Reply streamed(String mediaType, StreamingOutput output) {
        return new Reply(Response.Status.OK, output, mediaType);
    }

    static Reply nothing() {
        return new Reply(Response.Status.NO_CONTENT, null, null);
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(status).header("Cache-Control", "no-store");
        if (entity != null) {
            response.type(mediaType).entity(entity instanceof StreamingOutput ? entity : Json.write(entity));
        }
        return response.build();
    }
}
