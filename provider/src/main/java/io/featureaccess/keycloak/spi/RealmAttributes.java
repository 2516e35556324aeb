package io.featureaccess.keycloak.spi;

/** The realm attributes that this extension reads. */
public final class RealmAttributes {

    /** How many nodes "everything I may access" may give without a limit of its own: a token must fit a header. */
    public static final String MAX_PERMISSIONS = "featureAccess.maxPermissions";

    public static final int USUAL_MAX_PERMISSIONS = 200;

    /** For how many seconds an RPT holds at most, which is how far offline validation may lag behind a revocation. */
    public static final String RPT_LIFESPAN = "featureAccess.rptLifespan";

    public static final int USUAL_RPT_LIFESPAN = 120;

    /** For how many days the record of changes is kept; 0, the usual, for ever. */
    public static final String AUDIT_RETENTION_DAYS = "featureAccess.auditRetentionDays";

    /** Which denials are recorded: {@code off}, the usual, {@code sampled} or {@code all}. */
    public static final String AUDIT_DENIALS = "featureAccess.auditDenials";

    /** After how many days a request that nobody answers expires. */
    public static final String REQUEST_EXPIRY_DAYS = "featureAccess.requestExpiryDays";

    public static final int USUAL_REQUEST_EXPIRY_DAYS = 30;

    /** How many service accounts somebody may have made. */
    public static final String MAX_SERVICE_ACCOUNTS = "featureAccess.maxServiceAccounts";

    public static final int USUAL_MAX_SERVICE_ACCOUNTS = 20;

    private RealmAttributes() {}
}
