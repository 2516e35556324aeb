package io.featureaccess.it.broker;

/** A rule over the attribute {@code teams}, as the mappers' configuration takes it, with single quotes for double ones. */
final class TeamRule {

    /** Each team is a group, made when it is missing. */
    static final String EACH_TEAM = of("glob", "*", "/teams/$1", true);

    private TeamRule() {}

    /** @param create whether the group is made when it is missing */
    static String of(String match, String value, String group, boolean create) {
        return "[{'conditions':[{'attribute':'teams','match':'%s','value':'%s'}],'groups':['%s'],'createMissing':%s}]"
                .formatted(match, value, group, create);
    }
}
