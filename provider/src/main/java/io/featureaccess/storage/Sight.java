package io.featureaccess.storage;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees wherever it lies, by being an admin or by a role on all workspaces: the rules are asked about imagined
 * nodes.
 *
 * @param everyPlain what is neither secret nor in something secret, also where it is locked
 * @param everySecret what is secret, or in something secret
 */
record Sight(boolean everyPlain, boolean everySecret) {

    private static final NodeFacts LOCKED_WORKSPACE = imagined("imagined", false);
    private static final NodeFacts SECRET_PROJECT = imagined("imagined/imagined", true);

    static Sight of(LoadedFacts facts, PrincipalId principal, boolean glassBroken) {
        Facts onWorkspace = facts.aboutImagined(principal, Optional.empty(), LOCKED_WORKSPACE, List.of());
        Facts onSecret = facts.aboutImagined(principal, Optional.of(LOCKED_WORKSPACE), SECRET_PROJECT, List.of());
        return new Sight(sees(onWorkspace, glassBroken), sees(onSecret, glassBroken));
    }

    private static boolean sees(Facts facts, boolean glassBroken) {
        return Access.of(glassBroken ? facts.breakingGlass() : facts).sees();
    }

    private static NodeFacts imagined(String path, boolean secret) {
        return new NodeFacts(new NodeId(path), NodePath.parse(path), secret, true);
    }
}
