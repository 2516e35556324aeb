package io.featureaccess.application.rules;

import io.featureaccess.application.Admins;
import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import java.util.List;
import java.util.Optional;

/** Who may look at rules and change them, and which rules are meant. */
public final class RuleGate {

    private final Admins admins;
    private final RuleMappers mappers;

    public RuleGate(Admins admins, RuleMappers mappers) {
        this.admins = admins;
        this.mappers = mappers;
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin */
    List<IdentityProvider> identityProviders(Caller caller, Optional<String> text, PageRequest page) {
        admins.require(caller, "rules of groups");
        return mappers.identityProviders(text, page);
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} */
    List<MapperRules> mappers(Caller caller, String identityProvider) {
        admins.require(caller, "rules of groups");
        return mappers.of(identityProvider).orElseThrow(() -> DomainProblem.notFound("identity provider"));
    }

    /** @param mapper its name, or else its id */
    MapperRules mapper(Caller caller, String identityProvider, String mapper) {
        return find(mappers(caller, identityProvider), mapper);
    }

    static MapperRules find(List<MapperRules> all, String mapper) {
        return all.stream()
                .filter(one -> one.mapper().name().equals(mapper))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.mapper().id().equals(mapper))
                        .findFirst())
                .orElseThrow(() -> DomainProblem.notFound("mapper with rules"));
    }
}
