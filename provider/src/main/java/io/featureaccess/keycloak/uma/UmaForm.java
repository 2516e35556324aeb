package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.problem.DomainProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.keycloak.representations.idm.authorization.AuthorizationRequest.Metadata;
import org.keycloak.representations.idm.authorization.PermissionTicketToken;

/** The parameters of a request for permissions. */
final class UmaForm {

    /** Above it the answer would be a download, not an answer to "may I". */
    private static final int HIGHEST_LIMIT = 10_000;

    private static final List<String> PARAMETERS =
            List.of("permission", "ticket", "rpt", "claim_token", "subject_token", "scope", "response_mode");

    private static final String LIMIT = "response_permissions_limit";
    private static final String FORMAT = "permission_resource_format";

    private final MultivaluedMap<String, String> form;
    private final Set<String> sent;

    /** @param sent the names of all parameters as sent */
    UmaForm(MultivaluedMap<String, String> form, Set<String> sent) {
        this.form = form;
        this.sent = sent;
    }

    String get(String parameter) {
        return form.getFirst(parameter);
    }

    /** The {@code permission} parameters as sent; null if there are none. */
    List<String> permissions() {
        return form.get("permission");
    }

    /**
     * Keycloak drops parameters that are too long, and a request without its {@code permission} parameters would ask for
     * everything.
     *
     * @throws DomainProblem {@code malformed-value}
     */
    void requireAllOf() {
        for (String parameter : PARAMETERS) {
            if (sent.contains(parameter) && !form.containsKey(parameter)) {
                throw DomainProblem.malformed(parameter, "it is longer than this server takes");
            }
        }
    }

    /**
     * What is asked for: the ticket's permissions if there is one, else the parameters, else everything.
     *
     * @param previous whether the request brings an RPT, whose permissions then stand for "everything"
     * @throws DomainProblem {@code unknown-action} or {@code malformed-value}
     */
    List<Asked> asked(PermissionTicketToken ticket, boolean previous) {
        PermissionParameters parameters = new PermissionParameters(ticket == null && byUri(), get("scope"));
        if (ticket != null && !ticket.getPermissions().isEmpty()) {
            return ticket.getPermissions().stream()
                    .map(permission -> parameters.asked(permission.getResourceId(), permission.getScopes()))
                    .toList();
        }
        if (ticket == null && permissions() != null) {
            return permissions().stream().map(parameters::parse).toList();
        }
        return previous || ticket != null ? List.of() : List.of(Asked.EveryNode.EVERYTHING);
    }

    /** Whether nothing but a yes or no is wanted, and no claim is pushed that a policy could read. */
    boolean isYesOrNo() {
        return isDecision() && get("claim_token") == null && get("claim_token_format") == null;
    }

    private boolean isDecision() {
        return "decision".equals(get("response_mode"));
    }

    private boolean byUri() {
        String format = get(FORMAT);
        if (format != null && !format.equals("id") && !format.equals("uri")) {
            throw DomainProblem.notOneOf(FORMAT, format, List.of("id", "uri"));
        }
        return "uri".equals(format);
    }

    /**
     * How many permitted nodes the answer may have. One will do where it is but yes or no.
     *
     * @throws DomainProblem {@code malformed-value}
     */
    OptionalInt limit() {
        String limit = get(LIMIT);
        if (limit == null) {
            return isDecision() ? OptionalInt.of(1) : OptionalInt.empty();
        }
        if (!limit.matches("-?[0-9]{1,9}") || Integer.parseInt(limit) > HIGHEST_LIMIT) {
            throw DomainProblem.malformed(LIMIT, "it is a number of at most " + HIGHEST_LIMIT);
        }
        return OptionalInt.of(Integer.parseInt(limit));
    }

    /** Without the limit: what Keycloak gets to evaluate has been limited already. */
    Metadata metadata() {
        Metadata metadata = new Metadata();
        String includeName = get("response_include_resource_name");
        if (includeName != null) {
            metadata.setIncludeResourceName(Boolean.parseBoolean(includeName));
        }
        metadata.setResponseMode(get("response_mode"));
        return metadata;
    }
}
