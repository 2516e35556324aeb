package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The query of a request: known parameters only, each once unless it is a list; an empty value is none. */
final class QueryParams {

    private final MultivaluedMap<String, String> values;

    QueryParams(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws DomainProblem {@code unknown-field}, naming the parameters there are */
    QueryParams only(String... names) {
        List<String> allowed = List.of(names);
        values.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw allowed.isEmpty()
                            ? DomainProblem.unknownParameter(name)
                            : DomainProblem.unknownField(name, allowed);
                });
        return this;
    }

    /** @throws DomainProblem {@code malformed-value} where it is given twice */
    Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw DomainProblem.malformed(name, "it is given once");
        }
        return given.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> StorableText.require(name, value))
                .findFirst();
    }

    /** @throws DomainProblem {@code malformed-value} where it is given twice, or is longer than that many characters */
    Optional<String> text(String name, int longest) {
        Optional<String> text = text(name);
        if (text.filter(value -> value.length() > longest).isPresent()) {
            throw DomainProblem.malformed(name, "it is at most " + longest + " characters");
        }
        return text;
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> DomainProblem.missingField(name));
    }

    /** @throws DomainProblem {@code too-many} */
    List<String> texts(String name, int most) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > most) {
            throw DomainProblem.tooMany(name, most);
        }
        return given.stream().map(value -> StorableText.require(name, value)).toList();
    }

    /** False unless given. */
    boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw DomainProblem.notOneOf(name, value, List.of("true", "false"));
                })
                .orElse(false);
    }

    int number(String name, int otherwise) {
        return text(name)
                .map(value -> {
                    if (!value.matches("[0-9]{1,9}")) {
                        throw DomainProblem.malformed(name, "it is a whole number, 0 or more");
                    }
                    return Integer.parseInt(value);
                })
                .orElse(otherwise);
    }

    Optional<Instant> instant(String name) {
        return text(name).map(value -> JsonFields.asInstant(value, name));
    }

    /** By {@code first} and {@code max}. */
    PageRequest page() {
        return new PageRequest(number("first", 0), number("max", PageRequest.USUAL));
    }

    /** @throws DomainProblem {@code malformed-value} on the parameter */
    static NodePath path(String name, String text) {
        return NodePath.tryParse(text)
                .orElseThrow(() -> DomainProblem.malformed(
                        name,
                        "it is a path of one to three names separated by '/', each matching " + NodePath.SEGMENT));
    }
}
