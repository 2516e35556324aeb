package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON, read strictly: one value, in UTF-8, without a field standing twice, and not nested deeper than this API is. */
final class Json {

    private static final int DEEPEST = 16;
    private static final ObjectMapper MAPPER = mapper();
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    /** One without fields. */
    static JsonNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws HttpProblem {@code malformed-json}, {@code duplicate-field} or {@code missing-body} */
    static JsonNode read(byte[] body) {
        String text = utf8(body);
        if (text.isBlank()) {
            throw HttpProblem.of(HttpProblemCode.MISSING_BODY, "this request needs a JSON body");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    private static HttpProblem refusal(JacksonException e) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
        if (duplicate.lookingAt()) {
            String field = duplicate.group(1);
            return HttpProblem.on(HttpProblemCode.DUPLICATE_FIELD, field, "a field stands twice in one object");
        }
        if (e instanceof StreamConstraintsException) {
            return HttpProblem.of(
                    HttpProblemCode.MALFORMED_JSON,
                    "the body is nested deeper than " + DEEPEST + ", or has a name or number of absurd length");
        }
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return HttpProblem.of(HttpProblemCode.MALFORMED_JSON, "the body is no JSON" + where);
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HttpProblem.of(HttpProblemCode.MALFORMED_JSON, "the body is not valid UTF-8");
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }
}
