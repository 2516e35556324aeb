package io.featureaccess.domain.serviceaccount;

/** What became of a key that was shown. The one who showed it is told only whether it was accepted. */
public enum KeyVerdict {
    ACCEPTED("accepted"),
    /** No key of this client, or not the right secret. */
    UNKNOWN("no such API key"),
    DEACTIVATED("API key deactivated"),
    EXPIRED("API key expired"),
    ACCOUNT_DEACTIVATED("service account deactivated"),
    /** Nobody answers for the account: its creator is disabled or gone. */
    SUSPENDED("creator of the service account disabled or gone");

    private final String reason;

    KeyVerdict(String reason) {
        this.reason = reason;
    }

    /** For the realm's events. */
    public String reason() {
        return reason;
    }
}
