package io.featureaccess.storage;

import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.ArrayList;
import java.util.List;

/** One membership, put together from the rows that say who gave it: where there is none, a person did. */
final class GivenBy {

    private final List<RuleMapper> rules = new ArrayList<>();
    private boolean byHand;

    /** @param first the number of the column with the source, which the name and the identity provider of its mapper follow */
    void take(Row row, int first) {
        if (row.isEmpty(first) || row.text(first).equals(Holding.BY_HAND)) {
            byHand = true;
        } else if (!row.isEmpty(first + 1)) {
            rules.add(new RuleMapper(row.text(first), row.text(first + 1), row.text(first + 2)));
        }
    }

    Membership membership() {
        return new Membership(byHand, rules);
    }
}
