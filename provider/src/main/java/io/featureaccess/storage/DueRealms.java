package io.featureaccess.storage;

import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/**
 * The realms in which there is something to do in the background. These are the only statements about several realms: they
 * answer realms and nothing else, each by reading the entries of an index that are due.
 */
public final class DueRealms {

    private final EntityManager entities;

    public DueRealms(EntityManager entities) {
        this.entities = entities;
    }

    /** With grants that end before the given instant, of which nobody was told. */
    public List<String> endsComing(Instant now, Instant until) {
        return realms(query("SELECT DISTINCT g.REALM_ID FROM FA_GRANT g"
                        + " WHERE g.END_STAGE = 0 AND g.EXPIRES_AT > :now AND g.EXPIRES_AT <= :until")
                .setParameter("now", Micros.of(now))
                .setParameter("until", Micros.of(until)));
    }

    /** With grants that have ended, which is not on record. */
    public List<String> endsUnrecorded(Instant now) {
        return realms(
                query("SELECT DISTINCT g.REALM_ID FROM FA_GRANT g WHERE g.END_STAGE IN (0, 1) AND g.EXPIRES_AT <= :now")
                        .setParameter("now", Micros.of(now)));
    }

    /** With requests and permissions that have ended, which is not on record and does not come there with their grants. */
    public List<String> requestsUnrecorded(Instant now) {
        return realms(query("SELECT r.REALM_ID FROM FA_PERMISSION r WHERE r.STATE = 'pending' AND r.ENDS_AT <= :now"
                        + " UNION SELECT r.REALM_ID FROM FA_PERMISSION r"
                        + " WHERE r.STATE = 'granted' AND r.LIVE_GRANT_ID IS NULL"
                        + " UNION SELECT r.REALM_ID FROM FA_PERMISSION r"
                        + " WHERE r.STATE = 'pending' AND r.USER_ID IS NULL")
                .setParameter("now", Micros.of(now)));
    }

    /** With letters to be addressed or sent. */
    public List<String> lettersDue(Instant now) {
        return realms(query("SELECT DISTINCT o.REALM_ID FROM FA_OUTBOX o WHERE o.DUE_AT <= :now")
                .setParameter("now", Micros.of(now)));
    }

    /** With rows of the record that belong to no seal. */
    public List<String> unsealed() {
        return realms(query("SELECT DISTINCT a.REALM_ID FROM FA_AUDIT a WHERE a.SEAL_NO IS NULL"));
    }

    /**
     * With a record that has a seal, and with the given attribute.
     *
     * @param retention the name of the realm attribute
     */
    public List<String> keptForATime(String retention) {
        return realms(query("SELECT h.REALM_ID FROM FA_AUDIT_HEAD h JOIN REALM_ATTRIBUTE r ON r.REALM_ID = h.REALM_ID"
                        + " WHERE r.NAME = :name AND h.SEAL_NO > h.REMOVED_NO")
                .setParameter("name", retention));
    }

    private Query query(String text) {
        return entities.createNativeQuery(Tables.qualified(text), String.class);
    }

    @SuppressWarnings("unchecked")
    private static List<String> realms(Query query) {
        return query.getResultList();
    }
}
