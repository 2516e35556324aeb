package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.Users;
import io.featureaccess.domain.account.Delivery;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** {@link Users} through Keycloak's model, by the rules of the realm's own user profile. */
final class RealmUsers implements Users {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InvitationMail mail;

    RealmUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.mail = new InvitationMail(session, realm);
    }

    @Override
    public Principal add(Invitation invitation) {
        String username = realm.isRegistrationEmailAsUsername()
                ? invitation.email()
                : invitation.username().orElse(invitation.email());
        Map<String, String> attributes = new HashMap<>();
        attributes.put(UserModel.USERNAME, username);
        attributes.put(UserModel.EMAIL, invitation.email());
        invitation.firstName().ifPresent(name -> attributes.put(UserModel.FIRST_NAME, name));
        invitation.lastName().ifPresent(name -> attributes.put(UserModel.LAST_NAME, name));
        UserProfile profile =
                session.getProvider(UserProfileProvider.class).create(UserProfileContext.USER_API, attributes);
        try {
            profile.validate();
            UserModel user = profile.create();
            user.setEnabled(true);
            return new Principal(new PrincipalId(user.getId()), PrincipalType.USER, user.getUsername());
        } catch (ValidationException invalid) {
            throw problem(invalid);
        } catch (ModelDuplicateException taken) {
            throw DomainProblem.nameTaken(username);
        }
    }

    private static DomainProblem problem(ValidationException invalid) {
        ValidationException.Error first = invalid.getErrors().get(0);
        return switch (first.getMessage()) {
            case Messages.USERNAME_EXISTS -> DomainProblem.taken("username", "another user has this username");
            case Messages.EMAIL_EXISTS -> DomainProblem.taken("email", "another user has this address");
            default ->
                DomainProblem.malformed(
                        first.getAttribute(),
                        "the realm's user profile does not allow it (" + first.getMessage() + ")");
        };
    }

    @Override
    public boolean isEnabled(PrincipalId id) {
        return user(id).isEnabled();
    }

    @Override
    public Delivery sendInvitation(PrincipalId id) {
        return mail.send(user(id));
    }

    @Override
    public void disable(PrincipalId id) {
        Writable.change(() -> user(id).setEnabled(false));
    }

    @Override
    public void remove(PrincipalId id) {
        if (!new UserManager(session).removeUser(realm, user(id))) {
            throw Writable.refused();
        }
    }

    private UserModel user(PrincipalId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .orElseThrow(DomainProblem::changedMeanwhile);
    }
}
