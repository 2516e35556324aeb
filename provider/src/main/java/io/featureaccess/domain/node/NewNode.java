package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;

/**
 * A node that somebody wants to make.
 *
 * @param displayName the last segment of the path, unless given
 * @param description empty, unless given
 */
public record NewNode(NodePath path, NodeTraits traits, String displayName, String description) {

    /** @throws DomainProblem {@code malformed-value} or {@code too-many} on the offending field */
    public NewNode {
        if (path.kind() != traits.kind()) {
            throw new IllegalArgumentException(
                    path + " is no path of a " + traits.kind().id());
        }
        NodeText.displayName(displayName);
        NodeText.description(description);
        if (traits instanceof NodeTraits.FeatureSet featureSet) {
            NodeText.sensitiveFeatures(featureSet.sensitiveFeatures());
        }
    }

    public static NewNode of(
            NodePath path, NodeTraits traits, Optional<String> displayName, Optional<String> description) {
        return new NewNode(path, traits, displayName.orElse(path.name()), description.orElse(""));
    }
}
