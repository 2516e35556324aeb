package io.featureaccess.storage;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * How one server's database wants to be spoken to.
 *
 * @param h2 whether it is H2, see {@link H2Text}
 * @param schema what stands before the name of a table: a schema and a dot, or nothing
 */
record Wording(boolean h2, String schema) {

    /** There are few texts, each built from constants; to look through one takes as long as a part of a decision. */
    private static final Map<Said, NamedText> KNOWN = new ConcurrentHashMap<>();

    private record Said(Wording wording, String text) {}

    static Wording of(SessionFactoryImplementor factory) {
        Dialect dialect = factory.getJdbcServices().getDialect();
        Identifier schema = factory.getSqlStringGenerationContext().getDefaultSchema();
        return new Wording(dialect instanceof H2Dialect, schema == null ? "" : schema.render(dialect) + ".");
    }

    /** @param last the end of the page whose number stands in the text, empty where none does */
    NamedText of(String text, OptionalInt last) {
        NamedText known = KNOWN.computeIfAbsent(new Said(this, text), said -> worded(text));
        return unrepeated(last.isPresent() ? known.upTo(last.getAsInt()) : known);
    }

    private NamedText worded(String text) {
        String qualified = Tables.qualified(text).replace(Tables.SCHEMA, schema);
        return NamedText.of(h2 ? H2Text.of(qualified) : qualified);
    }

    private NamedText unrepeated(NamedText worded) {
        return h2 ? new NamedText(H2Text.unrepeated(worded.text()), worded.places()) : worded;
    }
}
