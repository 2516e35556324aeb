package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every route of this API, read from the resources' annotations: so that a request that fits none gets a problem of ours that
 * tells an unknown route from a wrong method, and so that the API's description can be checked against what there is.
 */
final class RouteTable {

    private final Set<Route> routes;

    private RouteTable(Set<Route> routes) {
        this.routes = routes;
    }

    /** @param template with parameters in braces, without a slash at either end */
    record Route(String template, String method) implements Comparable<Route> {

        boolean fits(List<String> segments) {
            List<String> mine = segments(template);
            if (mine.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < mine.size(); i++) {
                if (!mine.get(i).startsWith("{") && !mine.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return template + " " + method;
        }
    }

    /** The routes that begin at this resource; locators say by their return types where they lead. */
    static RouteTable of(Class<?> root) {
        Set<Route> routes = new TreeSet<>();
        collect(root, "", routes);
        return new RouteTable(routes);
    }

    Collection<Route> all() {
        return routes;
    }

    /** The methods that the path knows, {@code OPTIONS} among them; empty where there is no such route. */
    List<String> methodsAt(String path) {
        List<String> segments = segments(path);
        List<String> own = routes.stream()
                .filter(route -> route.fits(segments))
                .map(Route::method)
                .distinct()
                .sorted()
                .toList();
        Stream<String> implied = own.contains(HttpMethod.GET)
                ? Stream.of(HttpMethod.HEAD, HttpMethod.OPTIONS)
                : Stream.of(HttpMethod.OPTIONS);
        return own.isEmpty() ? List.of() : Stream.concat(own.stream(), implied).toList();
    }

    private static void collect(Class<?> resource, String prefix, Set<Route> routes) {
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            Optional<String> verb = verb(method);
            String template = path == null ? prefix : joined(prefix, path.value());
            if (verb.isPresent()) {
                routes.add(new Route(template, verb.get()));
            } else if (path != null) {
                collect(method.getReturnType(), template, routes);
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String joined(String prefix, String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
