package io.featureaccess.application.record;

import io.featureaccess.application.Admins;
import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.AuditSeals.SealedRows;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.SealHead;
import io.featureaccess.domain.audit.Verification;
import io.featureaccess.domain.audit.Verification.Kind;
import io.featureaccess.domain.audit.Verification.Mismatch;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.Optional;

/** Looks at every seal and every row, from the oldest on, and names the first that does not fit; one seal in memory at a time. */
public final class VerifyRecord {

    private static final int SEALS = 100;

    private final Admins admins;
    private final AuditSeals seals;

    public VerifyRecord(Admins admins, AuditSeals seals) {
        this.admins = admins;
        this.seals = seals;
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin */
    public Verification verify(Caller caller) {
        admins.require(caller, "verifications of the record");
        Verification found = verify();
        // What retention removed meanwhile is no fault: then the chain begins later.
        boolean overtaken = found.mismatch().isPresent() && seals.head().removed() > found.removed();
        return overtaken ? verify() : found;
    }

    private Verification verify() {
        SealHead head = seals.head();
        Walk walk = new Walk(head);
        Optional<Mismatch> mismatch = walk.toTheEnd();
        SealedRows unsealed = seals.unsealedRows();
        return new Verification(
                walk.fitting,
                walk.rows,
                walk.last,
                head.removed(),
                unsealed.count(),
                unsealed.oldest(),
                mismatch.or(() -> stray(head)).or(() -> changed(unsealed)));
    }

    private Optional<Mismatch> stray(SealHead head) {
        return seals.stray(head)
                .map(stray -> new Mismatch(Kind.ROW_ADDED, Optional.of(stray.seal()), Optional.of(stray.row())));
    }

    private static Optional<Mismatch> changed(SealedRows unsealed) {
        return unsealed.changed().map(row -> new Mismatch(Kind.ROW_CHANGED, Optional.empty(), Optional.of(row)));
    }

    /** Along the chain, as it was when the verification began. */
    private final class Walk {

        private final SealHead head;
        private long number;
        private String last;
        private long fitting;
        private long rows;

        Walk(SealHead head) {
            this.head = head;
            this.number = head.removed();
            this.last = head.removedHash();
        }

        Optional<Mismatch> toTheEnd() {
            while (number < head.number()) {
                List<Seal> next = seals.after(number, SEALS).stream()
                        .filter(seal -> seal.number() <= head.number())
                        .toList();
                if (next.isEmpty()) {
                    return of(Kind.SEAL_MISSING, number + 1);
                }
                for (Seal seal : next) {
                    Optional<Mismatch> mismatch = step(seal);
                    if (mismatch.isPresent()) {
                        return mismatch;
                    }
                }
            }
            return last.equals(head.hash()) ? Optional.empty() : of(Kind.SEAL_CHANGED, number);
        }

        private Optional<Mismatch> step(Seal seal) {
            if (seal.number() != number + 1) {
                return of(Kind.SEAL_MISSING, number + 1);
            }
            SealedRows found = seals.rowsOf(seal.number(), seal.rows() + 1);
            if (found.changed().isPresent()) {
                return Optional.of(new Mismatch(Kind.ROW_CHANGED, Optional.of(seal.number()), found.changed()));
            }
            if (found.count() != seal.rows()) {
                return of(found.count() < seal.rows() ? Kind.ROW_MISSING : Kind.ROW_ADDED, seal.number());
            }
            if (!seal.previous().equals(last) || !seal.fits(seals.realm(), found.hashes())) {
                return of(Kind.SEAL_CHANGED, seal.number());
            }
            number = seal.number();
            last = seal.hash();
            fitting++;
            rows += found.count();
            return Optional.empty();
        }

        private static Optional<Mismatch> of(Kind kind, long seal) {
            return Optional.of(new Mismatch(kind, Optional.of(seal), Optional.empty()));
        }
    }
}
