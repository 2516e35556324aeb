package io.featureaccess.domain.account;

/** What became of an e-mail. */
public enum Delivery {
    /** The mail server took it. */
    SENT("sent"),
    /** The realm has none. */
    NO_MAIL_SERVER("no-mail-server"),
    /** The mail server did not take it, or did not answer. */
    FAILED("failed");

    private final String id;

    Delivery(String id) {
        this.id = id;
    }

    /** The word in JSON. */
    public String id() {
        return id;
    }
}
