package io.featureaccess.domain.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A refusal that the caller can understand and mend: thrown before anything is changed, or undoing all that was. Its
 * wording never names anything that the caller may not know of, and never repeats a secret.
 */
public final class DomainProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ECHO = 80;

    private final ProblemCode code;
    private final String field;
    private final List<String> allowed;
    private final long line;

    private DomainProblem(ProblemCode code, String detail, String field, List<String> allowed) {
        this(code, detail, field, allowed, 0);
    }

    private DomainProblem(ProblemCode code, String detail, String field, List<String> allowed, long line) {
        super(detail);
        this.code = code;
        this.field = field;
        this.allowed = List.copyOf(allowed);
        this.line = line;
    }

    /** The same problem, found in that line of a file, counted from 1. */
    public DomainProblem inLine(long number) {
        return new DomainProblem(code, "line " + number + ": " + detail(), field, allowed, number);
    }

    public ProblemCode code() {
        return code;
    }

    /** What was wrong, and what would be right, as a sentence for people. */
    public String detail() {
        return getMessage();
    }

    /** The name of the offending field or parameter. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The values there are, where there are only a few; otherwise empty. */
    public List<String> allowed() {
        return allowed;
    }

    /** The line of a file in which it was found, counted from 1; empty where no file was read. */
    public OptionalLong line() {
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }

    public static DomainProblem of(ProblemCode code, String detail) {
        return new DomainProblem(code, detail, null, List.of());
    }

    public static DomainProblem of(ProblemCode code, String field, String detail) {
        return new DomainProblem(code, detail, field, List.of());
    }

    public static DomainProblem malformed(String field, String whatIsAllowed) {
        return of(ProblemCode.MALFORMED_VALUE, field, "'" + field + "' is not valid: " + whatIsAllowed);
    }

    public static DomainProblem notOneOf(String field, String given, List<String> allowed) {
        return new DomainProblem(
                ProblemCode.MALFORMED_VALUE,
                "'" + field + "' cannot be " + quoted(given) + ": it is one of " + String.join(", ", allowed),
                field,
                allowed);
    }

    public static DomainProblem unknownField(String field, List<String> allowed) {
        return new DomainProblem(
                ProblemCode.UNKNOWN_FIELD,
                "there is no field " + quoted(field) + " here: the fields are " + String.join(", ", allowed),
                presentable(field),
                allowed);
    }

    public static DomainProblem missingField(String field) {
        return of(ProblemCode.MISSING_FIELD, field, "'" + field + "' is required");
    }

    public static DomainProblem immutableField(String field) {
        return of(ProblemCode.IMMUTABLE_FIELD, field, "'" + field + "' never changes");
    }

    public static DomainProblem unknownParameter(String name) {
        return of(ProblemCode.UNKNOWN_FIELD, name, "there is no parameter " + quoted(name) + " here: it takes none");
    }

    public static DomainProblem unknownRole(String given, List<String> allowed) {
        return new DomainProblem(
                ProblemCode.UNKNOWN_ROLE,
                "there is no role " + quoted(given) + ": the roles are " + String.join(", ", allowed),
                "role",
                allowed);
    }

    public static DomainProblem unknownAction(String given, List<String> allowed) {
        return new DomainProblem(
                ProblemCode.UNKNOWN_ACTION,
                "there is no action " + quoted(given) + ": the actions are " + String.join(", ", allowed),
                "action",
                allowed);
    }

    public static DomainProblem unknownPrincipal(String reference) {
        return of(ProblemCode.UNKNOWN_PRINCIPAL, "principal", "there is no principal " + quoted(reference));
    }

    /** @param field where it was named */
    public static DomainProblem unknownGroup(String field, String reference) {
        return of(ProblemCode.UNKNOWN_PRINCIPAL, field, "there is no group " + quoted(reference));
    }

    /** The one answer about a node that does not exist and about one that the caller cannot see. */
    public static DomainProblem noSuchNode() {
        return of(ProblemCode.NO_SUCH_NODE, "there is no such node, or you cannot see it");
    }

    public static DomainProblem notFound(String what) {
        return of(ProblemCode.NOT_FOUND, "there is no such " + what + ", or you cannot see it");
    }

    public static DomainProblem forbidden(String detail) {
        return of(ProblemCode.FORBIDDEN, detail);
    }

    /** The same for every caller, also where the taken name is hidden from them or still reserved. */
    public static DomainProblem nameTaken(String name) {
        return of(ProblemCode.NAME_TAKEN, "name", "the name " + quoted(name) + " is taken or still reserved");
    }

    /** @param what what is taken by whom, as a sentence */
    public static DomainProblem taken(String field, String what) {
        return of(ProblemCode.NAME_TAKEN, field, what);
    }

    public static DomainProblem tooMany(String field, int most) {
        return of(ProblemCode.TOO_MANY, field, "'" + field + "' takes at most " + most + " entries");
    }

    public static DomainProblem principalMismatch(String reference) {
        return of(
                ProblemCode.PRINCIPAL_MISMATCH,
                "principalId",
                quoted(reference) + " is not the principal with that id (any more)");
    }

    public static DomainProblem stillActive() {
        return of(ProblemCode.STILL_ACTIVE, "the service account is active: deactivate it first");
    }

    public static DomainProblem quotaExceeded(int most) {
        return of(
                ProblemCode.QUOTA_EXCEEDED,
                "a creator has at most " + most
                        + " service accounts here: delete one, or ask an admin to raise the limit");
    }

    public static DomainProblem lastOwner(String where) {
        return of(
                ProblemCode.LAST_OWNER,
                where + " would be left without an enabled owner whose role does not end: make somebody owner first");
    }

    /** @param first which role on the project would do */
    public static DomainProblem projectRoleRequired(String reference, String first, String project) {
        return of(
                ProblemCode.PROJECT_ROLE_REQUIRED,
                "a role on a feature set sleeps without one on its project: give " + quoted(reference) + " the role "
                        + first + " on " + project + " first");
    }

    public static DomainProblem notPending(String state) {
        return of(ProblemCode.NOT_PENDING, "only a pending request can be answered or withdrawn: this one is " + state);
    }

    public static DomainProblem notGranted(String state) {
        return of(ProblemCode.NOT_GRANTED, "only what is granted can be revoked or run out: this is " + state);
    }

    public static DomainProblem alreadyGranted(String role) {
        return of(
                ProblemCode.ALREADY_GRANTED,
                "you have all that " + role + " allows here, for as long as you ask: there is nothing to request");
    }

    public static DomainProblem ownRequest() {
        return of(
                ProblemCode.OWN_REQUEST,
                "nobody answers their own request, nor those of service accounts they created: somebody else has to");
    }

    public static DomainProblem notRequestable() {
        return of(
                ProblemCode.NOT_REQUESTABLE, "this workspace is locked, and takes no requests: ask one of its owners");
    }

    public static DomainProblem lastAdmin() {
        return of(ProblemCode.LAST_ADMIN, "nobody else is an enabled admin: make somebody admin first");
    }

    public static DomainProblem adminByGroup() {
        return of(
                ProblemCode.ADMIN_BY_GROUP,
                "the account is an admin by a group or by another role, and stays one until that is taken");
    }

    public static DomainProblem cyclicGroup() {
        return of(ProblemCode.CYCLIC_GROUP, "parent", "a group cannot lie in itself or in a group below it");
    }

    public static DomainProblem ownAccount() {
        return of(ProblemCode.OWN_ACCOUNT, "nobody removes themself: another admin does");
    }

    public static DomainProblem notLocked() {
        return of(ProblemCode.NOT_LOCKED, "failed logins do not keep this user out");
    }

    public static DomainProblem notInvited() {
        return of(
                ProblemCode.NOT_INVITED,
                "there is no open invitation: the user was not invited, or can log in already");
    }

    public static DomainProblem reasonRequired(String detail) {
        return of(ProblemCode.REASON_REQUIRED, "reason", detail);
    }

    /** Said whether or not there is anything secret, so that it tells nothing. */
    public static DomainProblem breakGlassRequired() {
        return of(
                ProblemCode.BREAK_GLASS_REQUIRED,
                "this could make somebody owner of secret nodes: only their owners do that without giving a reason in the"
                        + " header Feature-Access-Break-Glass, which goes on record");
    }

    public static DomainProblem changedMeanwhile() {
        return of(ProblemCode.CHANGED_MEANWHILE, "somebody changed this at the same moment: read it again and repeat");
    }

    private static String quoted(String given) {
        return given == null ? "nothing" : "'" + presentable(given) + "'";
    }

    /**
     * Shortened, so that a huge value does not come back in the error about it; and without what forges log lines or stops
     * a JSON writer in the middle, such as half a surrogate pair.
     */
    private static String presentable(String given) {
        String shown = given;
        if (given.length() > LONGEST_ECHO) {
            int end = Character.isHighSurrogate(given.charAt(LONGEST_ECHO - 1)) ? LONGEST_ECHO - 1 : LONGEST_ECHO;
            shown = given.substring(0, end) + "…";
        }
        return shown.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
