package io.featureaccess.storage;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes a realm by chance: the same one for the same seed. */
final class RandomWorld {

    /** Names that sort differently by characters and by words, and one that begins like another. */
    private static final List<String> NAMES = List.of("a", "a-b", "a.b", "a0", "b", "b_c");

    private static final List<String> GROUPS = List.of("/all", "/all/teams", "/all/teams/risk", "/other", "/other/x");

    private final Random random;
    private final World world;

    private RandomWorld(TestDatabase database, long seed) {
        this.random = new Random(seed);
        this.world = new World(database);
    }

    static World make(TestDatabase database, long seed) {
        RandomWorld made = new RandomWorld(database, seed);
        made.addPeople();
        made.addNodes();
        made.addGrants();
        return made.world;
    }

    private void addPeople() {
        List<PrincipalId> groups = GROUPS.stream().map(world::group).toList();
        List<PrincipalId> members = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            members.add(world.user("user" + i));
        }
        PrincipalId machine = world.serviceAccount("machine");
        members.add(machine);
        members.forEach(
                member -> groups.stream().filter(group -> oneIn(4)).forEach(group -> world.join(member, group)));
        if (oneIn(2)) {
            world.disable(members.get(3));
        }
        if (oneIn(3)) {
            world.disableClient(machine);
        }
        addAdmins(members, groups);
    }

    private void addAdmins(List<PrincipalId> members, List<PrincipalId> groups) {
        String outer = world.people().role("outer");
        String outermost = world.people().role("outermost");
        world.people().contain(outer, world.adminRole());
        world.people().contain(outermost, outer);
        world.people().role("unrelated");
        if (oneIn(2)) {
            world.makeAdmin(pick(members), pick(List.of(world.adminRole(), outer, outermost)));
        }
        if (oneIn(4)) {
            world.makeAdmin(pick(groups), pick(List.of(world.adminRole(), outermost)));
        }
    }

    private void addNodes() {
        for (String workspace : some(NAMES, 2)) {
            world.workspace(workspace, random.nextBoolean(), random.nextBoolean());
            for (String project : some(NAMES, 3)) {
                String path = workspace + "/" + project;
                world.project(path, oneIn(3), random.nextBoolean());
                some(NAMES, 3).forEach(name -> world.featureSet(path + "/" + name, oneIn(3)));
            }
        }
    }

    private void addGrants() {
        List<PrincipalId> principals = List.copyOf(world.principals());
        List<Node> nodes = world.nodes();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            PrincipalId principal = pick(principals);
            Role role = pick(List.of(Role.values()));
            GrantTarget target = oneIn(12)
                    ? GrantTarget.allWorkspaces()
                    : GrantTarget.node(pick(nodes).id());
            if (made.add(principal + " " + role + " " + target)) {
                world.grant(principal, role, target, end());
            }
        }
    }

    /** The very instant of the decision is an end that has come. */
    private Optional<Instant> end() {
        return pick(List.of(
                Optional.<Instant>empty(),
                Optional.<Instant>empty(),
                Optional.<Instant>empty(),
                Optional.of(World.NOW),
                Optional.of(World.NOW.plusNanos(1000))));
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> some(List<String> all, int count) {
        List<String> left = new ArrayList<>(all);
        Collections.shuffle(left, random);
        return left.subList(0, 1 + random.nextInt(count));
    }
}
