package io.featureaccess.application.port;

/** Hands letters to a realm's mail server. It may take long, so nothing is locked meanwhile. */
public interface Postman {

    Outcome deliver(Stationery.Written letter);

    /** What became of a letter. */
    enum Outcome {
        SENT,
        /** The server was there, and did not take this letter. */
        REFUSED,
        /** The server was not there, or said nothing: it makes no sense to try others at once. */
        UNREACHABLE
    }
}
