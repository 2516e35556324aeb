package io.featureaccess.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Cluster;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Whatever one server is told, the next decision of the other knows. There is no waiting in these tests: an answer that is a
 * moment late fails them.
 */
class ClusterIT {

    private static final int ROUNDS = 10;
    private static final String NODE = "fraud/payments";

    private static Cluster cluster;
    private static TestRealm first;
    private static TestRealm second;

    @BeforeAll
    static void start() {
        cluster = Cluster.start();
        first = cluster.first().newRealm();
        second = first.at(cluster.second());
        first.directory().user("alice");
        first.directory().group("/teams/fraud");
        first.as("alice").createWorkspace("fraud", "dev").expect(201);
        first.as("alice").create(NODE).expect(201);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void both_servers_are_one_cluster() {
        assertThat(cluster.members()).isEqualTo(2);
    }

    @RepeatedTest(ROUNDS)
    void grant_and_its_revocation_are_seen_by_the_next_decision_of_the_other_server(RepetitionInfo round) {
        Pair servers = new Pair(round);
        String bob = servers.newUser("grant");
        assertThat(servers.permits(bob)).isFalse();

        servers.here.as("alice").grant(NODE, "user:" + bob, "consumer").expect(200);
        assertThat(servers.permits(bob)).isTrue();
        assertThat(servers.uma(bob).status()).isEqualTo(200);

        servers.here.as("alice").revoke(NODE, "user:" + bob, "consumer").expect(204);
        assertThat(servers.uma(bob).status()).isEqualTo(403);
        assertThat(servers.permits(bob)).isFalse();
    }

    @RepeatedTest(ROUNDS)
    void joined_and_left_group_is_seen_by_the_next_decision_of_the_other_server(RepetitionInfo round) {
        Pair servers = new Pair(round);
        servers.here.as("alice").grant(NODE, "group:/teams", "consumer").expect(200);
        String bob = servers.newUser("group");
        assertThat(servers.permits(bob)).isFalse();

        servers.here.directory().join(bob, "/teams/fraud");
        assertThat(servers.permits(bob)).isTrue();
        assertThat(servers.uma(bob).status()).isEqualTo(200);

        servers.here.directory().leave(bob, "/teams/fraud");
        assertThat(servers.uma(bob).status()).isEqualTo(403);
        assertThat(servers.permits(bob)).isFalse();
    }

    @RepeatedTest(ROUNDS)
    void disabled_user_is_refused_by_the_next_decision_of_the_other_server(RepetitionInfo round) {
        Pair servers = new Pair(round);
        String bob = servers.newUser("disabled");
        servers.here.as("alice").grant(NODE, "user:" + bob, "consumer").expect(200);
        assertThat(servers.permits(bob)).isTrue();

        servers.here.directory().enable(bob, false);
        assertThat(servers.permits(bob)).isFalse();

        servers.here.directory().enable(bob, true);
        assertThat(servers.permits(bob)).isTrue();
    }

    /** Where changes are made, and where it is decided: each server has its turn. */
    private static final class Pair {

        private final TestRealm here;
        private final TestRealm there;
        private final int round;

        Pair(RepetitionInfo round) {
            this.round = round.getCurrentRepetition();
            boolean odd = this.round % 2 == 1;
            this.here = odd ? first : second;
            this.there = odd ? second : first;
        }

        String newUser(String prefix) {
            String name = prefix + round;
            here.directory().user(name);
            return name;
        }

        /** As the feature store asks about anybody. */
        boolean permits(String user) {
            Answer answer = there.api(there.resourceServerToken())
                    .post(
                            "decisions",
                            Json.of(
                                    "{'checks':[{'principal':'user:%s','action':'read-online','node':'%s'}]}",
                                    user, NODE));
            return answer.expect(200).json().at("/decisions/0/permit").asBoolean();
        }

        /** As the user asks for a token. */
        Answer uma(String user) {
            return there.uma(user)
                    .permission(NODE + "#read-online")
                    .mode("decision")
                    .send();
        }
    }
}
