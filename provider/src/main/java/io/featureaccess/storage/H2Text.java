package io.featureaccess.storage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A statement's text as H2 needs it, to answer right and to find what it looks for by index. */
final class H2Text {

    private static final Pattern IN_REALM = Pattern.compile("(\\w+)\\.REALM_ID = \\(:realm\\)");

    private static final Pattern LOCKS = Pattern.compile("FOR UPDATE(?! SKIP LOCKED)");

    private static final AtomicLong EXECUTIONS = new AtomicLong();

    private H2Text() {}

    static String of(String text) {
        return unshared(patient(withoutArrays(notByRealm(text))));
    }

    /**
     * H2 counts different values in hundredths of a table only, and so takes a realm, to which all rows may belong, for as good
     * a key as a workspace.
     */
    private static String notByRealm(String text) {
        return IN_REALM.matcher(text).replaceAll("COALESCE($1.REALM_ID, '') = :realm");
    }

    /**
     * H2 waits for a row that somebody else has locked for a moment only: many who answer requests on one node at once would
     * be sent away. PostgreSQL waits, and finds circles by itself.
     */
    private static String patient(String text) {
        return LOCKS.matcher(text).replaceAll("FOR UPDATE WAIT 30");
    }

    /** H2 has no locks that are shared, and a row that refers to another does not wait for it. */
    private static String unshared(String text) {
        return text.replace(" FOR SHARE", "");
    }

    /**
     * An array of what a subquery finds is for PostgreSQL, which then looks each up by index and does not guess how many there
     * are. H2 does so for the subquery itself, and would make the array anew for each row of the table.
     */
    private static String withoutArrays(String text) {
        return text.replace("= ANY (ARRAY(", "IN ((");
    }

    /**
     * H2 keeps what a common table expression found for the next execution of the same text and does not see that its
     * parameters have changed: it would answer one principal with the facts about another. A text that never comes twice has
     * nothing kept.
     */
    static String unrepeated(String text) {
        return text + " /* " + EXECUTIONS.incrementAndGet() + " */";
    }
}
