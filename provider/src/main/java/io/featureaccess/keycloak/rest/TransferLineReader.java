package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeText;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.domain.transfer.TransferLine.AuditLine;
import io.featureaccess.domain.transfer.TransferLine.End;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.Header;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import io.featureaccess.domain.transfer.Who;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one line of an import: which type it is, and then no field that this type does not have. */
final class TransferLineReader {

    private static final List<String> TYPES = List.of("header", "node", "grant", "audit", "end");
    private static final List<String> NODE_FIELDS = List.of(
            "type", "path", "kind", "id", "displayName", "description", "createdBy", "createdById", "createdAt");

    private static final int LONGEST_ID = 255;

    private TransferLineReader() {}

    /** @throws DomainProblem for whatever is missing, unknown or malformed */
    static TransferLine read(JsonNode json) {
        JsonFields fields = JsonFields.of(json, "line", "");
        String type = fields.text("type");
        return switch (type) {
            case "header" -> header(fields);
            case "node" -> node(fields);
            case "grant" -> grant(fields);
            case "audit" -> AuditLine.PASSED_OVER;
            case "end" -> end(fields);
            default -> throw DomainProblem.notOneOf("type", type, TYPES);
        };
    }

    private static Header header(JsonFields fields) {
        fields.only("type", "format", "version", "realm", "realmId", "exportedAt", "secretNodes");
        requireIs("format", fields.text("format"), TransferLineJson.FORMAT);
        requireIs("version", String.valueOf(fields.count("version")), String.valueOf(TransferLine.VERSION));
        return new Header(
                fields.optionalText("realm"),
                fields.optionalText("realmId"),
                fields.optionalInstant("exportedAt"),
                fields.optionalText("secretNodes").map("included"::equals));
    }

    private static void requireIs(String field, String given, String only) {
        if (!only.equals(given)) {
            throw DomainProblem.notOneOf(field, given, List.of(only));
        }
    }

    private static NodeLine node(JsonFields fields) {
        NodePath path = NodePath.parse(fields.text("path"));
        fields.optionalText("kind")
                .ifPresent(kind -> requireIs("kind", kind, path.kind().id()));
        NewNode node = NewNode.of(
                path,
                traits(path.kind(), fields),
                fields.optionalText("displayName"),
                fields.optionalText("description"));
        return new NodeLine(
                id(fields).map(NodeId::new),
                path,
                node.traits(),
                node.displayName(),
                node.description(),
                who("createdBy", fields),
                time("createdAt", fields));
    }

    private static NodeTraits traits(NodeKind kind, JsonFields fields) {
        return switch (kind) {
            case WORKSPACE -> workspace(onlyOfNode(fields, "workspaceKind", "locked", "settings"));
            case PROJECT -> project(onlyOfNode(fields, "secret", "locked"));
            case FEATURE_SET -> featureSet(onlyOfNode(fields, "secret", "sensitiveFeatures"));
        };
    }

    private static JsonFields onlyOfNode(JsonFields fields, String... own) {
        return fields.only(Stream.concat(NODE_FIELDS.stream(), Stream.of(own)).toArray(String[]::new));
    }

    private static NodeTraits workspace(JsonFields fields) {
        WorkspaceSettings settings = fields.optionalObject("settings")
                .map(given -> new WorkspaceSettings(given.only("viewersReadOffline")
                        .optionalFlag("viewersReadOffline")
                        .orElse(false)))
                .orElse(WorkspaceSettings.DEFAULT);
        return new NodeTraits.Workspace(
                WorkspaceKind.parse(fields.text("workspaceKind")),
                fields.optionalFlag("locked").orElse(true),
                settings);
    }

    private static NodeTraits project(JsonFields fields) {
        return new NodeTraits.Project(
                fields.optionalFlag("secret").orElse(false),
                fields.optionalFlag("locked").orElse(false));
    }

    private static NodeTraits featureSet(JsonFields fields) {
        return new NodeTraits.FeatureSet(
                fields.optionalFlag("secret").orElse(false),
                fields.optionalTexts("sensitiveFeatures", NodeText.MOST_SENSITIVE_FEATURES)
                        .orElse(List.of()));
    }

    private static GrantLine grant(JsonFields fields) {
        fields.only(
                "type",
                "node",
                "principal",
                "principalId",
                "role",
                "id",
                "origin",
                "expiresAt",
                "reason",
                "grantedBy",
                "grantedById",
                "grantedAt");
        String node = fields.text("node");
        return new GrantLine(
                id(fields).map(GrantId::new),
                node.equals(GrantTarget.ALL_WORKSPACES) ? Optional.empty() : Optional.of(NodePath.parse(node)),
                who("principal", fields).orElseThrow(() -> DomainProblem.missingField("principal")),
                Role.parse(fields.text("role")),
                fields.optionalText("origin").map(TransferLineReader::origin).orElse(GrantOrigin.DIRECT),
                time("expiresAt", fields),
                text("reason", WantedGrant.LONGEST_REASON, fields),
                who("grantedBy", fields),
                time("grantedAt", fields));
    }

    private static GrantOrigin origin(String text) {
        return Stream.of(GrantOrigin.values())
                .filter(origin -> origin.id().equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf(
                        "origin",
                        text,
                        Stream.of(GrantOrigin.values()).map(GrantOrigin::id).toList()));
    }

    private static End end(JsonFields fields) {
        fields.only("type", "nodes", "grants");
        return new End(fields.count("nodes"), fields.count("grants"));
    }

    private static Optional<Who> who(String field, JsonFields fields) {
        Optional<PrincipalRef.ByName> name = fields.optionalText(field).map(text -> name(field, text));
        Optional<PrincipalId> id = text(field + "Id", LONGEST_ID, fields).map(PrincipalId::new);
        return name.isEmpty() && id.isEmpty() ? Optional.empty() : Optional.of(new Who(name, id));
    }

    private static PrincipalRef.ByName name(String field, String text) {
        if (PrincipalRef.parse(text) instanceof PrincipalRef.ByName name) {
            return name;
        }
        throw DomainProblem.malformed(
                field, "in a file it is user:<username>, service-account:<client id> or group:/<path>");
    }

    /** Ids are those of resources too, which Keycloak tells from names by their form. */
    private static Optional<String> id(JsonFields fields) {
        return fields.optionalText("id").map(text -> {
            if (!NodeId.isForm(text)) {
                throw DomainProblem.malformed("id", "it is a UUID in lower case");
            }
            return text;
        });
    }

    /** In whole microseconds, as stores keep them: the same line must find what it wrote. */
    private static Optional<Instant> time(String field, JsonFields fields) {
        return fields.optionalInstant(field).map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<String> text(String field, int longest, JsonFields fields) {
        return fields.optionalText(field).map(text -> requireAtMost(field, longest, text));
    }

    private static String requireAtMost(String field, int longest, String text) {
        if (text.length() > longest) {
            throw DomainProblem.malformed(field, "it has at most " + longest + " characters");
        }
        return text;
    }
}
