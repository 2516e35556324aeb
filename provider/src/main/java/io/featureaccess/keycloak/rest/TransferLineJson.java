package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.domain.transfer.TransferLine.AuditLine;
import io.featureaccess.domain.transfer.TransferLine.End;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.Header;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import io.featureaccess.domain.transfer.Who;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes lines of an export as JSON objects, each on one line; {@link TransferLineReader} reads them. */
final class TransferLineJson {

    static final String FORMAT = "feature-access";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private TransferLineJson(String type) {
        fields.put("type", type);
    }

    static String of(TransferLine line) {
        if (line instanceof AuditLine audit) {
            return Json.write(
                    new AuditLineJson("audit", AuditRowJson.of(audit.row().orElseThrow())));
        }
        return Json.write(object(line).fields);
    }

    private record AuditLineJson(String type, @JsonUnwrapped AuditRowJson row) {}

    private static TransferLineJson object(TransferLine line) {
        if (line instanceof NodeLine node) {
            return node(node);
        }
        if (line instanceof GrantLine grant) {
            return grant(grant);
        }
        if (line instanceof Header header) {
            return header(header);
        }
        End end = (End) line;
        return new TransferLineJson("end").with("nodes", end.nodes()).with("grants", end.grants());
    }

    private static TransferLineJson header(Header header) {
        return new TransferLineJson("header")
                .with("format", FORMAT)
                .with("version", TransferLine.VERSION)
                .with("realm", header.realm())
                .with("realmId", header.realmId())
                .with("exportedAt", header.exportedAt())
                .with("secretNodes", header.secretNodes().map(included -> included ? "included" : "left-out"));
    }

    private static TransferLineJson node(NodeLine node) {
        return new TransferLineJson("node")
                .with("path", node.path())
                .with("kind", node.path().kind().id())
                .with("id", node.id())
                .with("displayName", node.displayName())
                .with("description", node.description())
                .withTraits(node.traits())
                .withWho("createdBy", node.createdBy())
                .with("createdAt", node.createdAt());
    }

    private static TransferLineJson grant(GrantLine grant) {
        return new TransferLineJson("grant")
                .with("node", grant.node().map(Object::toString).orElse(GrantTarget.ALL_WORKSPACES))
                .withWho("principal", Optional.of(grant.principal()))
                .with("role", grant.role().id())
                .with("id", grant.id())
                .with("origin", grant.origin().id())
                .with("expiresAt", grant.expiresAt())
                .with("reason", grant.reason())
                .withWho("grantedBy", grant.grantedBy())
                .with("grantedAt", grant.grantedAt());
    }

    private TransferLineJson withTraits(NodeTraits traits) {
        if (traits instanceof NodeTraits.Workspace workspace) {
            fields.put("workspaceKind", workspace.workspaceKind().id());
            fields.put("locked", workspace.locked());
            fields.put(
                    "settings",
                    Map.of("viewersReadOffline", workspace.settings().viewersReadOffline()));
        } else if (traits instanceof NodeTraits.Project project) {
            fields.put("secret", project.secret());
            fields.put("locked", project.locked());
        } else if (traits instanceof NodeTraits.FeatureSet featureSet) {
            fields.put("secret", featureSet.secret());
            fields.put("sensitiveFeatures", featureSet.sensitiveFeatures());
        }
        return this;
    }

    private TransferLineJson withWho(String field, Optional<Who> who) {
        with(field, who.flatMap(Who::reference));
        return with(field + "Id", who.flatMap(Who::id));
    }

    private TransferLineJson with(String field, Optional<?> value) {
        value.ifPresent(present -> with(field, present));
        return this;
    }

    private TransferLineJson with(String field, Object value) {
        fields.put(field, value instanceof Number ? value : value.toString());
        return this;
    }
}
