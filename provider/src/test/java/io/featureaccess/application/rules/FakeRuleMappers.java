package io.featureaccess.application.rules;

import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one identity provider {@code corporate} with its mappers, in memory. */
final class FakeRuleMappers implements RuleMappers {

    private final List<MapperRules> all = new ArrayList<>();

    /** @param rules with single quotes */
    void add(String name, boolean everyLogin, String rules) {
        all.add(new MapperRules(
                new RuleMapper("id-of-" + name, name, "corporate"),
                MapperKind.OIDC,
                everyLogin,
                rules.replace('\'', '"')));
    }

    @Override
    public List<IdentityProvider> identityProviders(Optional<String> text, PageRequest page) {
        return List.of(new IdentityProvider("corporate", "Corporate"));
    }

    @Override
    public Optional<List<MapperRules>> of(String identityProvider) {
        return identityProvider.equals("corporate") ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    @Override
    public void write(MapperRules changed) {
        all.replaceAll(old -> old.mapper().equals(changed.mapper()) ? changed : old);
    }
}
