package io.featureaccess.keycloak.install;

import io.featureaccess.domain.node.NodeKind;
import java.util.ArrayList;
import java.util.List;

/** All that is kept installed, in the order in which one thing needs another. */
final class Parts {

    static final List<Part> ALL = all();

    private Parts() {}

    private static List<Part> all() {
        List<Part> parts = new ArrayList<>(
                List.of(new ClientFlags(), new ServiceAccount(), new Server(), new Actions(), new DecidingPolicy()));
        for (NodeKind kind : NodeKind.values()) {
            parts.add(new TypeResource(kind));
            parts.add(new KindPermission(kind));
        }
        parts.addAll(List.of(
                new ClientScopes(),
                new RolesMappers(),
                new KeyAuthentication(),
                new AdminRole(),
                new NoStockDefaults()));
        return List.copyOf(parts);
    }

    static boolean atAGlance(Target target) {
        return ALL.stream().allMatch(part -> part.atAGlance(target));
    }

    static boolean inPlace(Target target) {
        return ALL.stream().allMatch(part -> part.inPlace(target));
    }

    /** @return how many parts had to be made or mended */
    static int put(Target target) {
        int mended = 0;
        for (Part part : ALL) {
            if (!part.inPlace(target)) {
                part.put(target);
                mended++;
            }
        }
        return mended;
    }
}
