package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** Refusals with the bodies and events that Keycloak's own grant has for them. */
final class UmaRefusals {

    private final EventBuilder event;
    private final Cors cors;

    UmaRefusals(EventBuilder event, Cors cors) {
        this.event = event;
        this.cors = cors;
    }

    /** One and the same for what is denied and for what does not exist. */
    CorsErrorResponseException denied() {
        return refuse(Errors.ACCESS_DENIED, OAuthErrorException.ACCESS_DENIED, "not_authorized", Status.FORBIDDEN);
    }

    CorsErrorResponseException of(DomainProblem problem) {
        String error = problem.code() == ProblemCode.UNKNOWN_ACTION
                ? OAuthErrorException.INVALID_SCOPE
                : OAuthErrorException.INVALID_REQUEST;
        return refuse(Errors.INVALID_REQUEST, error, problem.detail(), Status.BAD_REQUEST);
    }

    CorsErrorResponseException inactiveTicket() {
        return refuse(
                Errors.INVALID_PERMISSION_TICKET, "invalid_ticket", "Invalid permission ticket.", Status.FORBIDDEN);
    }

    CorsErrorResponseException invalidRpt() {
        return refuse(Errors.INVALID_REQUEST, "invalid_rpt", "RPT signature is invalid", Status.FORBIDDEN);
    }

    /** What stock says where it fails, with as little of the cause. */
    CorsErrorResponseException failed() {
        return new CorsErrorResponseException(
                cors,
                OAuthErrorException.SERVER_ERROR,
                "Unexpected error while evaluating permissions",
                Status.INTERNAL_SERVER_ERROR);
    }

    private CorsErrorResponseException refuse(String eventError, String error, String description, Status status) {
        event.detail(Details.REASON, description).error(eventError);
        return new CorsErrorResponseException(cors, error, description, status);
    }
}
