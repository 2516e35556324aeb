package io.featureaccess.storage;

import io.featureaccess.application.port.HeldRoles;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link HeldRoles} by the statement that decisions are read by, about the nodes on which something is held. */
public final class SqlHeldRoles implements HeldRoles {

    private static final NodeFacts ANY_WORKSPACE =
            new NodeFacts(new NodeId("imagined"), NodePath.parse("imagined"), false, true);

    private final SqlFactsReader reader;
    private final boolean h2;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlHeldRoles(EntityManager entities, String realm, String adminRole) {
        this.reader = new SqlFactsReader(entities, realm, adminRole);
        this.h2 = new Sql(entities, realm).isH2();
    }

    @Override
    public Held read(PrincipalId principal, int most, Instant at) {
        LoadedFacts facts = reader.load(Set.of(principal), new HeldNodes(most, at, h2), at);
        return new Held(
                facts.aboutImagined(principal, Optional.empty(), ANY_WORKSPACE, List.of()), facts.aboutEach(principal));
    }
}
