package io.featureaccess.keycloak.spi;

/** How the protocol mapper that writes roles into tokens is called and configured. */
public final class RolesMapperConfig {

    /** The mapper's provider id. */
    public static final String PROVIDER_ID = "feature-access-roles-mapper";

    /** One of the two shapes. */
    public static final String SHAPE = "shape";

    /** The claim {@code feature_access}, which names nodes and their roles apart. */
    public static final String CLAIM = "claim";

    /** Names such as {@code fraud/payments:consumer} among the roles of a client. */
    public static final String FLAT = "flat";

    /** Of the flat shape, the client id among whose roles the names are written; the resource server where empty. */
    public static final String CLIENT = "client";

    /** Of the flat shape, whether the names are written into the claim {@code groups} too. */
    public static final String GROUPS = "groups";

    /** For how many grants there is room. */
    public static final String LIMIT = "limit";

    public static final int USUAL_LIMIT = 200;

    /** More than this no header takes. */
    public static final int HIGHEST_LIMIT = 1000;

    /** Whether RPTs have it as well, which carry decisions already. */
    public static final String RPT = "rpt.claim";

    private RolesMapperConfig() {}
}
