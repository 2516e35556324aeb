package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.rest.Authentication.Authenticated;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import jakarta.ws.rs.core.Response;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One request and its answer: who calls, what is asked, and every way it may end. Resources give it what to do with a caller;
 * whatever goes wrong on the way becomes a problem, and undoes what was written.
 */
final class Exchange {

    /** In characters. */
    private static final int STREAM_BUFFER = 1 << 15;

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final KeycloakSession session;
    private final FeatureAccessProvider features;
    private final CrossOrigin crossOrigin;

    Exchange(KeycloakSession session) {
        this.session = session;
        this.features = session.getProvider(FeatureAccessProvider.class);
        this.crossOrigin = new CrossOrigin(session);
    }

    /** What a resource does for a caller. */
    @FunctionalInterface
    interface Work {
        Reply run(Caller caller);
    }

    FeatureAccessProvider features() {
        return features;
    }

    /** Answers a question; also a POST that changes nothing. */
    Response read(Work work) {
        return answer(false, work);
    }

    /** Makes a change, which needs a token that allows it. */
    Response change(Work work) {
        return answer(true, work);
    }

    /** What writes an answer piece by piece. */
    @FunctionalInterface
    interface Streaming {
        void write(FeatureAccessProvider features, Writer answer) throws IOException;
    }

    /**
     * An answer too long to be kept. It is written once the request itself is committed and its session closed, so in a session
     * and a transaction of its own. A failure on the way ends the answer before its end: nothing else can be told by then.
     */
    Reply streamed(String mediaType, Streaming streaming) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realm = session.getContext().getRealm().getId();
        return Reply.streamed(
                mediaType,
                output -> KeycloakModelUtils.runJobInTransaction(factory, later -> {
                    later.getContext().setRealm(later.realms().getRealm(realm));
                    write(streaming, later.getProvider(FeatureAccessProvider.class), output);
                }));
    }

    private static void write(Streaming streaming, FeatureAccessProvider features, OutputStream output) {
        try {
            Writer answer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), STREAM_BUFFER);
            streaming.write(features, answer);
            answer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the receiver of an answer is gone", e);
        }
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        List<String> values =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(name);
        return values == null ? Optional.empty() : values.stream().findFirst();
    }

    /** The one answer that needs no caller. */
    Response description() {
        crossOrigin.allowAnybody();
        return Description.answer();
    }

    /** @throws DomainProblem {@code unknown-field} for a parameter that is none of these */
    QueryParams query(String... parameters) {
        return new QueryParams(session.getContext().getUri().getQueryParameters()).only(parameters);
    }

    /** The body, a JSON object. */
    JsonFields object(InputStream body) {
        return JsonFields.of(json(body), "body", "");
    }

    /** The same where the body may be left out: it then has no fields. */
    JsonFields optionalObject(InputStream body) {
        return JsonFields.of(JsonBody.optional(session, body).orElseGet(Json::object), "body", "");
    }

    /** The body, whatever JSON it is. */
    JsonNode json(InputStream body) {
        return JsonBody.required(session, body);
    }

    private Response answer(boolean change, Work work) {
        try {
            return attempt(change, work).response();
        } catch (DomainProblem problem) {
            session.getTransactionManager().setRollbackOnly();
            return ProblemJson.answer(problem);
        } catch (HttpProblem problem) {
            session.getTransactionManager().setRollbackOnly();
            return ProblemJson.answer(problem);
        } catch (RuntimeException fault) {
            session.getTransactionManager().setRollbackOnly();
            String id = UUID.randomUUID().toString();
            LOG.errorf(fault, "Feature access failed, told to the caller as %s", id);
            return ProblemJson.answer(HttpProblem.ourFault(id));
        }
    }

    private Reply attempt(boolean change, Work work) {
        requireSecureTransport();
        ClientModel resourceServer = features.installation().ensureInstalled().orElseThrow(() -> notEnabled());
        Authentication authentication = new Authentication(session, resourceServer);
        Authenticated authenticated;
        try {
            authenticated = authentication.authenticate();
        } catch (HttpProblem refused) {
            crossOrigin.allowAnybody();
            throw refused;
        }
        crossOrigin.allow(authenticated.client());
        if (change) {
            authentication.requireMayChange(authenticated);
        }
        return features.atomically(() -> work.run(authenticated.caller()));
    }

    private void requireSecureTransport() {
        boolean https =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https
                && session.getContext()
                        .getRealm()
                        .getSslRequired()
                        .isRequired(session.getContext().getConnection())) {
            throw HttpProblem.of(HttpProblemCode.HTTPS_REQUIRED, "this realm takes requests by HTTPS only");
        }
    }

    private static HttpProblem notEnabled() {
        return HttpProblem.of(HttpProblemCode.NOT_ENABLED, "this realm has no client that stands for a feature store");
    }
}
