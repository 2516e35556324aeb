package io.featureaccess.application.port;

import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;

/**
 * The letters of one realm that are not sent yet. Several servers may work at them: each claims its own, and a claim holds
 * until its holder gives no sign for some time.
 */
public interface Letters {

    /** A letter to one recipient, out of a notice to several. */
    record Addressed(PrincipalId recipient, Notice notice, int others) {}

    /** Claims notices that still have to be addressed, oldest first; for this transaction, which must end with them. */
    List<Letter> claimUnaddressed(String claim, Instant now, int max);

    /** Puts letters in the place of the claimed notices: all of them or none. */
    void address(String claim, List<Addressed> letters, Instant now);

    /** Claims letters that are due, longest due first, and counts the attempt. */
    List<Letter> claimDue(String claim, Instant now, Instant until, int max);

    /** Holds on to a claimed letter. Answers whether it is still held. */
    boolean renew(String id, String claim, Instant until);

    /** Forgets a claimed letter: it is sent, or nobody wants it any more. */
    void remove(String id, String claim);

    /** Lets a claimed letter go until later. */
    void postpone(String id, String claim, Instant due);

    /** Lets all letters go that are still claimed, as if they had not been tried. */
    void release(String claim, Instant due);

    /** Forgets all letters. Answers how many there were. */
    int clear();
}
