package io.featureaccess.application.rules;

import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.rule.MapperRules;

/** A mapper with rules, for the record. */
final class RuleSnapshots {

    /** Longer rules are on record by their length alone. */
    private static final int LONGEST = 100_000;

    private RuleSnapshots() {}

    static Snapshot of(MapperRules rules) {
        Snapshot snapshot = Snapshot.EMPTY
                .with("identityProvider", rules.mapper().identityProvider())
                .with("mapper", rules.mapper().name())
                .with("mapperId", rules.mapper().id())
                .with("everyLogin", rules.everyLogin());
        return rules.text().length() <= LONGEST
                ? snapshot.with("rules", rules.text())
                : snapshot.with("length", rules.text().length());
    }
}
