package io.featureaccess.keycloak.install;

/** One thing that is kept installed. Parts that others build on come first in {@link Parts}. */
interface Part {

    /**
     * Whether a first look finds it there. Every request pays for this, so it is a look-up or two in Keycloak's caches; the
     * rest is left to {@link #inPlace}.
     */
    default boolean atAGlance(Target target) {
        return true;
    }

    /** Whether it is there and as it must be, by Keycloak's caches. */
    boolean inPlace(Target target);

    /** Makes or mends it. What is right already stays, with its id. */
    void put(Target target);
}
