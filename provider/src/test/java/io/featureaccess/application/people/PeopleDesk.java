package io.featureaccess.application.people;

import io.featureaccess.application.fake.FakeGroups;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.GroupMembers;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.Invitations;
import io.featureaccess.application.port.Lockouts;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.application.port.Users;
import io.featureaccess.domain.account.Delivery;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The use cases about people over one realm in memory; what owners there are is said by the test. */
final class PeopleDesk implements Ownerships, GroupRegister, GroupMembers, Users, Lockouts {

    final FakeRealm realm = new FakeRealm();
    final Set<PrincipalId> powerful = new HashSet<>();
    final Set<PrincipalId> locked = new HashSet<>();
    final Set<PrincipalId> invited = new HashSet<>();
    /** What was done, in order. */
    final List<String> done = new ArrayList<>();

    Optional<Orphan> orphan = Optional.empty();
    boolean opens;
    List<Node> secrets = List.of();
    private final Groups groups = new FakeGroups(realm);
    private final PeopleGate gate = new PeopleGate(realm.directory(), realm.grants(), groups, powerful::contains);
    private final KeptOwners owners = new KeptOwners(this);
    private final GainedAccess gained = new GainedAccess(this, realm.trail(), realm.clock());
    private final Departure departure =
            new Departure(owners, new GrantsGone(this, realm.directory(), realm.trail(), realm.clock()));

    CreateGroup creation() {
        return new CreateGroup(gate, groups, this, realm.trail());
    }

    ChangeGroup change() {
        return new ChangeGroup(gate, groups, this, new MoveRules(gained, owners), realm.trail());
    }

    DeleteGroup deletion() {
        return new DeleteGroup(gate, groups, this, departure, realm.trail());
    }

    ChangeMembers members() {
        return new ChangeMembers(gate, groups, this, new MembershipRules(gained, owners), realm.trail());
    }

    RemoveUser removal() {
        return new RemoveUser(gate, groups, this, departure, realm.trail());
    }

    UnlockUser unlocking() {
        return new UnlockUser(gate, this, realm.trail());
    }

    private String name(PrincipalId id) {
        return realm.directory().find(Set.of(id)).get(id).name();
    }

    @Override
    public Set<PrincipalId> counting(Set<PrincipalId> principals) {
        return principals;
    }

    @Override
    public void lock(Set<PrincipalId> principals) {
        done.add("lock");
    }

    @Override
    public Optional<Orphan> orphanOf(Set<PrincipalId> principals) {
        done.add("look for orphans");
        return orphan;
    }

    @Override
    public boolean opens(Set<PrincipalId> all, PrincipalId other, Instant at) {
        return opens;
    }

    @Override
    public List<Node> secretsOf(Set<PrincipalId> all, Optional<NodePath> after, int max, Instant at) {
        return secrets;
    }

    @Override
    public List<HeldGrant> heldBy(Set<PrincipalId> principals, Optional<GrantId> after, int max) {
        return List.of();
    }

    @Override
    public void gone(Set<GrantId> grants, Ending how) {}

    @Override
    public PrincipalId add(String name, Optional<PrincipalId> parent) {
        return realm.group(parent.map(this::name).orElse("") + "/" + name).id();
    }

    @Override
    public void rename(PrincipalId id, String name) {
        done.add("rename " + name(id) + " to " + name);
    }

    @Override
    public void move(PrincipalId id, Optional<PrincipalId> parent) {
        done.add("move " + name(id) + " to " + parent.map(this::name).orElse("the top"));
    }

    @Override
    public void remove(PrincipalId id) {
        done.add("remove " + name(id));
    }

    @Override
    public boolean join(PrincipalId member, PrincipalId group) {
        boolean already = realm.directory().groupsOf(member).contains(name(group));
        Principal user = realm.directory().find(Set.of(member)).get(member);
        realm.directory().join(user, realm.group(name(group)));
        return !already;
    }

    @Override
    public boolean leave(PrincipalId member, PrincipalId group) {
        boolean was = realm.directory().groupsOf(member).contains(name(group));
        Principal user = realm.directory().find(Set.of(member)).get(member);
        realm.directory().leave(user, realm.group(name(group)));
        return was;
    }

    @Override
    public Principal add(Invitation invitation) {
        return realm.user(invitation.username().orElse(invitation.email()));
    }

    @Override
    public Delivery sendInvitation(PrincipalId user) {
        done.add("send to " + name(user));
        return Delivery.FAILED;
    }

    @Override
    public void disable(PrincipalId user) {
        done.add("disable " + name(user));
    }

    ShowUser showing() {
        return new ShowUser(gate, realm.directory(), this, this, invitationsInMemory());
    }

    @Override
    public boolean isEnabled(PrincipalId user) {
        return realm.directory().enabled(user);
    }

    @Override
    public boolean isLocked(PrincipalId user) {
        return locked.contains(user);
    }

    @Override
    public boolean release(PrincipalId user) {
        return locked.remove(user);
    }

    InviteUsers invitations() {
        return new InviteUsers(gate, this, invitationsInMemory(), realm.trail(), realm.clock());
    }

    private Invitations invitationsInMemory() {
        return new Invitations() {
            @Override
            public void add(PrincipalId user, PrincipalId by, Instant at) {
                invited.add(user);
            }

            @Override
            public boolean isOpen(PrincipalId user) {
                return invited.contains(user);
            }
        };
    }
}
