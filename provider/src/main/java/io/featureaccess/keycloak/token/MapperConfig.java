package io.featureaccess.keycloak.token;

import io.featureaccess.keycloak.spi.RolesMapperConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;

/**
 * What an administrator chose.
 *
 * @param client of the flat shape, among whose roles the names are written; the resource server where empty
 * @param groups of the flat shape, whether they are written into {@code groups} too
 */
record MapperConfig(boolean flat, Optional<String> client, boolean groups, int limit, boolean inRpts) {

    static final List<String> SHAPES = List.of(RolesMapperConfig.CLAIM, RolesMapperConfig.FLAT);

    /** What makes no sense, from a realm file for example, counts as absent. */
    static MapperConfig of(ProtocolMapperModel model) {
        Map<String, String> config = model.getConfig();
        return new MapperConfig(
                RolesMapperConfig.FLAT.equals(config.get(RolesMapperConfig.SHAPE)),
                Optional.ofNullable(config.get(RolesMapperConfig.CLIENT)).filter(client -> !client.isBlank()),
                Boolean.parseBoolean(config.get(RolesMapperConfig.GROUPS)),
                limit(config.get(RolesMapperConfig.LIMIT)).orElse(RolesMapperConfig.USUAL_LIMIT),
                Boolean.parseBoolean(config.get(RolesMapperConfig.RPT)));
    }

    static void check(ProtocolMapperModel model) throws ProtocolMapperConfigException {
        String shape = model.getConfig().get(RolesMapperConfig.SHAPE);
        if (shape != null && !shape.isEmpty() && !SHAPES.contains(shape)) {
            throw refused(RolesMapperConfig.SHAPE, "one of " + String.join(", ", SHAPES));
        }
        String limit = model.getConfig().get(RolesMapperConfig.LIMIT);
        if (limit != null && !limit.isBlank() && limit(limit).isEmpty()) {
            throw refused(RolesMapperConfig.LIMIT, "a number from 1 to " + RolesMapperConfig.HIGHEST_LIMIT);
        }
    }

    private static Optional<Integer> limit(String text) {
        return Optional.ofNullable(text)
                .map(String::trim)
                .filter(trimmed -> trimmed.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .filter(number -> number <= RolesMapperConfig.HIGHEST_LIMIT);
    }

    private static ProtocolMapperConfigException refused(String field, String allowed) {
        String message = "'" + field + "' is " + allowed;
        return new ProtocolMapperConfigException(message, message);
    }
}
