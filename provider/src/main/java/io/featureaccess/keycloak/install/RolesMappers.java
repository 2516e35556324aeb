package io.featureaccess.keycloak.install;

import io.featureaccess.keycloak.spi.RolesMapperConfig;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * What the client scope {@code feature-access} writes into tokens: the mapper in both its shapes. That they are there is kept;
 * how they are configured is the administrator's, also that one of them writes nowhere.
 */
final class RolesMappers implements Part {

    private static final List<ProtocolMapperModel> MAPPERS = List.of(
            mapper("feature access claim", RolesMapperConfig.CLAIM, true),
            mapper("feature access role names", RolesMapperConfig.FLAT, false));

    @Override
    public boolean inPlace(Target target) {
        ClientScopeModel scope = scope(target);
        return scope != null && MAPPERS.stream().allMatch(mapper -> isThere(scope, mapper));
    }

    @Override
    public void put(Target target) {
        ClientScopeModel scope = scope(target);
        MAPPERS.stream().filter(mapper -> !isThere(scope, mapper)).forEach(mapper -> add(scope, mapper));
    }

    /** Null before the part that makes it. */
    private static ClientScopeModel scope(Target target) {
        return ClientScopes.find(target.realm(), ClientScopes.ROLES);
    }

    /** By its shape, since somebody may have renamed it. */
    private static boolean isThere(ClientScopeModel scope, ProtocolMapperModel wanted) {
        return scope.getProtocolMappersStream()
                .filter(mapper -> RolesMapperConfig.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .anyMatch(mapper -> shape(mapper).equals(shape(wanted)));
    }

    private static String shape(ProtocolMapperModel mapper) {
        return mapper.getConfig().getOrDefault(RolesMapperConfig.SHAPE, RolesMapperConfig.CLAIM);
    }

    private static void add(ClientScopeModel scope, ProtocolMapperModel wanted) {
        ProtocolMapperModel impostor = scope.getProtocolMapperByName(wanted.getProtocol(), wanted.getName());
        if (impostor != null) {
            scope.removeProtocolMapper(impostor);
        }
        scope.addProtocolMapper(new ProtocolMapperModel(wanted));
    }

    /** @param forPeople whether applications get it too, in ID tokens and at userinfo; services read access tokens */
    private static ProtocolMapperModel mapper(String name, String shape, boolean forPeople) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(name);
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(RolesMapperConfig.PROVIDER_ID);
        mapper.setConfig(Map.of(
                RolesMapperConfig.SHAPE,
                shape,
                RolesMapperConfig.LIMIT,
                Integer.toString(RolesMapperConfig.USUAL_LIMIT),
                RolesMapperConfig.RPT,
                "false",
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
                "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION,
                "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN,
                Boolean.toString(forPeople),
                OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO,
                Boolean.toString(forPeople)));
        return mapper;
    }
}
