package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** Gives and takes the role that makes a user or service account an admin. */
public interface AccountTypes {

    void makeAdmin(PrincipalId id);

    /**
     * An admin whom rules made one is one by hand too from now on, and so outlasts them.
     *
     * @return whether anything was different before
     */
    boolean keepAdmin(PrincipalId id);

    /** Takes the role where it is held directly; what a group or another role gives stays. */
    void makePrincipal(PrincipalId id);
}
