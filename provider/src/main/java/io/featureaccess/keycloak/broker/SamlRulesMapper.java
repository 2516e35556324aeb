package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.MapperKind;
import java.util.List;
import java.util.Objects;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.broker.saml.SAMLIdentityProviderFactory;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;

/** Rules over the attributes of an assertion, by name or friendly name; several by the same name are one with all their values. */
public final class SamlRulesMapper extends RulesMapper {

    public SamlRulesMapper() {
        super(
                MapperKind.SAML,
                List.of(SAMLIdentityProviderFactory.PROVIDER_ID),
                "SAML attributes (by name or friendly name)");
    }

    @Override
    AttributeSource attributes(BrokeredIdentityContext context) {
        AssertionType assertion = (AssertionType) context.getContextData().get(SAMLEndpoint.SAML_ASSERTION);
        return name -> assertion == null ? List.of() : values(assertion, name);
    }

    private static List<String> values(AssertionType assertion, String name) {
        return assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .map(ASTChoiceType::getAttribute)
                .filter(attribute -> isCalled(attribute, name))
                .flatMap(attribute -> attribute.getAttributeValue().stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static boolean isCalled(AttributeType attribute, String name) {
        return attribute != null && (name.equals(attribute.getName()) || name.equals(attribute.getFriendlyName()));
    }
}
