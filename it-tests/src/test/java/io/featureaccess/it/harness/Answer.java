package io.featureaccess.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the server answered.
 *
 * @param request the method and address that were asked, for messages
 * @param status the HTTP status
 * @param headers the answer's headers
 * @param body the answer's text, empty if it had none
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    /** The body as JSON; fails with the whole answer when it is none. */
    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + this, e);
        }
    }

    /** This answer, if it has the status; otherwise fails with the whole answer. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ": " + this);
        }
        return this;
    }

    /** The stable {@code code} of a problem, empty if the body has none. */
    public String code() {
        return json().path("code").asText();
    }

    /** The {@code error} of an OAuth refusal, empty if the body has none. */
    public String error() {
        return json().path("error").asText();
    }

    /** A header's first value, empty if it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return request + " answered " + status + " " + body;
    }
}
