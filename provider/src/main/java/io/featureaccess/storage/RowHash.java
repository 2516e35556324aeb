package io.featureaccess.storage;

import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Fingerprint;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.storage.entity.Micros;

/** What shows that a row of the record was changed afterwards: the fingerprint of its realm and all its fields. */
final class RowHash {

    /** The columns of a table {@code a} that a row's hash is over, as {@link #of(String, Row)} takes them. */
    static final String COLUMNS = """
            a.ID, a.WRITTEN_AT, a.ACTOR, a.ACTOR_ID, a.CHANGE_TYPE, a.NODE_ID, a.NODE_PATH, a.SECRET, a.PRINCIPAL_ID,
            a.PRINCIPAL_TYPE, a.PRINCIPAL_NAME, a.BEFORE_STATE, a.AFTER_STATE, a.REASON, a.ADDRESS
            """;

    /** How many columns they are. */
    static final int WIDTH = 15;

    private RowHash() {}

    /** @return 64 hexadecimal digits */
    static String of(String realm, AuditRow row) {
        return new Fingerprint()
                .add(realm)
                .add(row.id())
                .add(String.valueOf(Micros.of(row.at())))
                .add(row.actor())
                .add(row.actorId().value())
                .add(row.change().id())
                .add(row.node().map(node -> node.id().value()).orElse(null))
                .add(row.node().map(node -> node.path().toString()).orElse(null))
                .add(row.node().map(node -> String.valueOf(node.secret())).orElse(null))
                .add(row.principal().map(principal -> principal.id().value()).orElse(null))
                .add(row.principal().map(Principal::reference).orElse(null))
                .add(row.before().orElse(null))
                .add(row.after().orElse(null))
                .add(row.reason().orElse(null))
                .add(row.address())
                .hex();
    }

    /** The same of a row as it stands in the table now, whatever stands there: it may be none that we would write. */
    static String of(String realm, Row row) {
        Fingerprint print = new Fingerprint().add(realm).add(row.text(0)).add(String.valueOf(row.number(1)));
        for (int column = 2; column <= 6; column++) {
            print.add(row.text(column));
        }
        boolean aboutNode = row.optionalText(5).isPresent();
        String principal =
                row.optionalText(8).map(id -> row.text(9) + ":" + row.text(10)).orElse(null);
        print.add(aboutNode ? String.valueOf(row.flag(7)) : null)
                .add(row.text(8))
                .add(principal);
        for (int column = 11; column < WIDTH; column++) {
            print.add(row.text(column));
        }
        return print.hex();
    }
}
