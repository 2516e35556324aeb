package io.featureaccess.matching;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.Condition;
import io.featureaccess.domain.rule.Match;
import io.featureaccess.domain.rule.PatternCompiler;
import io.featureaccess.domain.rule.Rule;
import io.featureaccess.domain.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@link RuleTexts} as JSON: {@code [{"conditions":[{"attribute","match","value","ignoreCase"?}],"groups"?,"createMissing"?,
 * "accountType"?}]}. Read strictly: what is not understood is refused, and never passed over.
 */
public final class JsonRules implements RuleTexts {

    /** In characters. */
    static final int LONGEST_TEXT = 500_000;

    private static final String RULES = "rules";
    private static final int DEEPEST = 8;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PatternCompiler compiler;

    public JsonRules(PatternCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public RuleSet read(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw DomainProblem.malformed(RULES, "they are at most " + LONGEST_TEXT + " characters");
        }
        List<Rule> rules = new ArrayList<>();
        for (RuleFields fields : RuleFields.list(tree(text), RULES, RuleSet.MOST_RULES)) {
            rules.add(rule(fields));
        }
        return new RuleSet(rules);
    }

    /** Nothing written is an empty list. */
    private static JsonNode tree(String text) {
        if (text.isBlank()) {
            return MAPPER.createArrayNode();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ", and this is none at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw DomainProblem.malformed(RULES, "they are a JSON list, without a field standing twice" + where);
        }
    }

    private Rule rule(RuleFields fields) {
        fields.only("conditions", "groups", "createMissing", "accountType");
        List<Condition> conditions = new ArrayList<>();
        for (RuleFields condition : fields.objects("conditions", Rule.MOST_CONDITIONS)) {
            conditions.add(condition(condition));
        }
        return Rule.of(
                fields.place(),
                conditions,
                fields.texts("groups", Rule.MOST_GROUPS),
                fields.flag("createMissing"),
                isAdmin(fields));
    }

    /** Everybody is a principal anyway; so admin is all that can be given. */
    private static boolean isAdmin(RuleFields fields) {
        Optional<String> type = fields.optionalText("accountType");
        if (type.isPresent() && !type.get().equals(AccountType.ADMIN.id())) {
            throw DomainProblem.notOneOf(fields.place() + "accountType", type.get(), List.of(AccountType.ADMIN.id()));
        }
        return type.isPresent();
    }

    private Condition condition(RuleFields fields) {
        fields.only("attribute", "match", "value", "ignoreCase");
        return Condition.of(
                fields.place(),
                fields.text("attribute"),
                Match.parse(fields.place() + "match", fields.text("match")),
                fields.text("value"),
                fields.flag("ignoreCase"),
                compiler);
    }
}
