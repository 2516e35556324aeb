package io.featureaccess.application.fake;

import io.featureaccess.application.port.Recipients;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Candidates as a test names them; whose grants count is looked up where it always is. */
public final class FakeRecipients implements Recipients {

    private final List<PrincipalId> owners = new ArrayList<>();
    private final List<PrincipalId> admins = new ArrayList<>();
    private final Set<PrincipalId> unwilling = new HashSet<>();

    public void owner(PrincipalId id) {
        owners.add(id);
    }

    public void admin(PrincipalId id) {
        admins.add(id);
    }

    public void switchOff(PrincipalId id) {
        unwilling.add(id);
    }

    @Override
    public List<PrincipalId> owners(Optional<NodeId> node, Instant at, int max) {
        return owners.stream().filter(this::wants).limit(max).toList();
    }

    @Override
    public List<PrincipalId> admins(int max) {
        return admins.stream().filter(this::wants).limit(max).toList();
    }

    @Override
    public boolean wants(PrincipalId id) {
        return !unwilling.contains(id);
    }
}
