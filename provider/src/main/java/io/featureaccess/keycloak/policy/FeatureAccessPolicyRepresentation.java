package io.featureaccess.keycloak.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.keycloak.representations.idm.authorization.AbstractPolicyRepresentation;

/**
 * The policy in admin JSON. It has nothing of its own; the admin console shows types that it does not know in the form for
 * JavaScript policies and saves that form's fields, which are ignored here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public class FeatureAccessPolicyRepresentation extends AbstractPolicyRepresentation {}
