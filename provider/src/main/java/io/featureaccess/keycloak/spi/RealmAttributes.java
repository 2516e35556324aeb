package io.featureaccess.keycloak.spi;

/** The realm attributes that this extension reads. */
public final class RealmAttributes {

    /** How many nodes "everything I may access" may give without a limit of its own: a token must fit a header. */
    public static final String MAX_PERMISSIONS = "featureAccess.maxPermissions";

    public static final int USUAL_MAX_PERMISSIONS = 200;

    /** For how many seconds an RPT holds at most, which is how far offline validation may lag behind a revocation. */
    public static final String RPT_LIFESPAN = "featureAccess.rptLifespan";

    public static final int USUAL_RPT_LIFESPAN = 120;

    private RealmAttributes() {}
}
