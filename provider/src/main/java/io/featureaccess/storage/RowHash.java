package io.featureaccess.storage;

import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.storage.entity.Micros;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What shows that a row of the record was changed afterwards: SHA-256 over its realm and all its fields, each preceded by its
 * length, so that no two rows have the same bytes.
 */
final class RowHash {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return 64 hexadecimal digits */
    static String of(String realm, AuditRow row) {
        RowHash hash = new RowHash();
        hash.add(realm);
        hash.add(row.id());
        hash.add(String.valueOf(Micros.of(row.at())));
        hash.add(row.actor());
        hash.add(row.actorId().value());
        hash.add(row.change().id());
        hash.add(row.node().map(node -> node.id().value()).orElse(null));
        hash.add(row.node().map(node -> node.path().toString()).orElse(null));
        hash.add(row.node().map(node -> String.valueOf(node.secret())).orElse(null));
        hash.add(row.principal().map(principal -> principal.id().value()).orElse(null));
        hash.add(row.principal().map(principal -> principal.reference()).orElse(null));
        hash.add(row.before().orElse(null));
        hash.add(row.after().orElse(null));
        hash.add(row.reason().orElse(null));
        hash.add(row.address());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? ABSENT : bytes.length)
                .array());
        digest.update(bytes);
    }
}
