package io.featureaccess.storage;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Sees every statement that Hibernate prepares; counts those of the thread that asks for it. */
public final class StatementLog implements StatementInspector {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

    static List<String> during(Runnable work) {
        SEEN.set(new ArrayList<>());
        try {
            work.run();
            return SEEN.get();
        } finally {
            SEEN.remove();
        }
    }

    @Override
    public String inspect(String sql) {
        if (SEEN.get() != null) {
            SEEN.get().add(sql);
        }
        return sql;
    }
}
