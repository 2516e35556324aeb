package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.keycloak.rest.RouteTable.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private static final RouteTable ROUTES = RouteTable.of(RootResource.class);

    /** A route that comes or goes is seen in a diff, not found by chance. */
    @Test
    void routes_are_those_of_the_list() throws IOException {
        assertThat(ROUTES.all()).extracting(Route::toString).containsExactlyElementsOf(golden());
    }

    @ParameterizedTest
    @CsvSource({
        "/me,                                       'GET, PATCH, HEAD, OPTIONS'",
        "/workspaces,                               'GET, POST, HEAD, OPTIONS'",
        "/workspaces/a,                             'DELETE, GET, PATCH, HEAD, OPTIONS'",
        "/workspaces/projects,                      'DELETE, GET, PATCH, HEAD, OPTIONS'",
        "/workspaces/a%2Fb,                         'DELETE, GET, PATCH, HEAD, OPTIONS'",
        "/workspaces/a/projects/b/feature-sets/c/,  'DELETE, GET, PATCH, HEAD, OPTIONS'",
        "/decisions,                                'POST, OPTIONS'",
    })
    void path_knows_its_methods(String path, String methods) {
        assertThat(String.join(", ", ROUTES.methodsAt(path))).isEqualTo(methods);
    }

    @ParameterizedTest
    @CsvSource({"/", "/workspace", "/workspaces/a/b", "/workspaces/a/projects/b/c", "/ME", "/me/x", "/openapi"})
    void other_paths_know_none(String path) {
        assertThat(ROUTES.methodsAt(path)).isEmpty();
    }

    static List<String> golden() throws IOException {
        try (InputStream list = RouteTableTest.class.getResourceAsStream("/io/featureaccess/routes.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
