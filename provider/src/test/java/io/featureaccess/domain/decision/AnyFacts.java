package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Facts about any principal and any node that exists: every flag, role, level and end, in every combination. */
final class AnyFacts extends DomainContextBase {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final NodePath DEEPEST = NodePath.parse("workspace/project/feature-set");

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Asker> asker = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)), flag, flag)
                .as((enabled, admin, glass) -> new Asker(enabled, admin, admin && glass));
        Arbitrary<WorkspaceSettings> settings = flag.map(WorkspaceSettings::new);
        return Combinators.combine(lineage(), asker, held().list().ofMaxSize(6), settings)
                .as((lineage, who, held, set) -> new Facts(lineage, who, numbered(held), set, NOW));
    }

    @Provide
    Arbitrary<HeldRole> held() {
        Arbitrary<Optional<Instant>> end = Arbitraries.of(
                        NOW.minusSeconds(60), NOW, NOW.plusNanos(1), NOW.plusSeconds(60), NOW.plusSeconds(120))
                .optional(0.4);
        Arbitrary<Optional<String>> via = Arbitraries.of("/team", "/team/leads").optional(0.3);
        return Combinators.combine(Arbitraries.of(Level.class), Arbitraries.of(Role.class), end, via)
                .as((level, role, expiresAt, group) ->
                        new HeldRole(new GrantId("one-more"), level, role, expiresAt, group));
    }

    @Provide
    Arbitrary<Action> action() {
        return Arbitraries.of(Action.class);
    }

    @Provide
    Arbitrary<Role> role() {
        return Arbitraries.of(Role.class);
    }

    private static Arbitrary<List<NodeFacts>> lineage() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.of(NodeKind.class), flag, flag, flag, flag)
                .as((kind, locked, lockedProject, secretProject, secretFeatureSet) -> List.of(
                                node(1, false, locked),
                                node(2, secretProject, lockedProject),
                                node(3, secretFeatureSet, false))
                        .subList(0, kind.depth()));
    }

    private static NodeFacts node(int depth, boolean secret, boolean locked) {
        NodePath path = DEEPEST.lineage().get(depth - 1);
        return new NodeFacts(new NodeId(path.toString()), path, secret, locked);
    }

    private static List<HeldRole> numbered(List<HeldRole> held) {
        List<HeldRole> numbered = new ArrayList<>();
        for (HeldRole role : held) {
            GrantId id = new GrantId("grant-" + numbered.size());
            numbered.add(new HeldRole(id, role.level(), role.role(), role.expiresAt(), role.via()));
        }
        return numbered;
    }
}
