package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.rule.RuleSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the rules that were read last: the expressions of a few hundred take longer to compile than to ask. */
final class KnownRules implements RuleTexts {

    /** More mappers than any server is known to have that are used all day; and a bounded memory. */
    private static final int MOST = 50;

    private final RuleTexts reader;
    private final Map<String, RuleSet> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleSet> eldest) {
            return size() > MOST;
        }
    };

    KnownRules(RuleTexts reader) {
        this.reader = reader;
    }

    @Override
    public RuleSet read(String text) {
        synchronized (known) {
            RuleSet rules = known.get(text);
            if (rules != null) {
                return rules;
            }
        }
        RuleSet rules = reader.read(text);
        synchronized (known) {
            known.put(text, rules);
        }
        return rules;
    }
}
