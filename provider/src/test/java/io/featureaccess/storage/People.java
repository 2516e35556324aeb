package io.featureaccess.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.UUID;

/** A realm's users, groups, clients and roles, written to Keycloak's tables as Keycloak does. */
final class People {

    private static final String ROOT = " ";

    private final TestDatabase database;
    private final String realm;

    private People(TestDatabase database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    static People inNewRealm(TestDatabase database) {
        People people = new People(database, id());
        people.run(
                "INSERT INTO REALM (ID, NAME, ENABLED) VALUES (?1, ?2, TRUE)", people.realm, "realm " + people.realm);
        return people;
    }

    String realm() {
        return realm;
    }

    String user(String name) {
        String id = id();
        run(
                "INSERT INTO USER_ENTITY (ID, REALM_ID, USERNAME, EMAIL_CONSTRAINT, ENABLED) VALUES (?1, ?2, ?3, ?4, TRUE)",
                id,
                realm,
                name,
                id());
        return id;
    }

    void enable(String user, boolean enabled) {
        run("UPDATE USER_ENTITY SET ENABLED = ?1 WHERE ID = ?2", enabled, user);
    }

    void email(String user, String address, boolean verified) {
        run("UPDATE USER_ENTITY SET EMAIL = ?1, EMAIL_VERIFIED = ?2 WHERE ID = ?3", address, verified, user);
    }

    /** A client by that id with a service account, whose user's id is the answer. */
    String serviceAccount(String clientId) {
        String client = id();
        run(
                "INSERT INTO CLIENT (ID, REALM_ID, CLIENT_ID, ENABLED, SERVICE_ACCOUNTS_ENABLED) VALUES (?1, ?2, ?3, TRUE, TRUE)",
                client,
                realm,
                clientId);
        String user = user("service-account-" + clientId);
        run("UPDATE USER_ENTITY SET SERVICE_ACCOUNT_CLIENT_LINK = ?1 WHERE ID = ?2", client, user);
        return user;
    }

    /** @param serviceAccount of the client */
    void clientAttribute(String serviceAccount, String name, String value) {
        run(
                "INSERT INTO CLIENT_ATTRIBUTES (CLIENT_ID, NAME, VALUE)"
                        + " SELECT SERVICE_ACCOUNT_CLIENT_LINK, ?1, ?2 FROM USER_ENTITY WHERE ID = ?3",
                name,
                value,
                serviceAccount);
    }

    void enableClientOf(String serviceAccount, boolean enabled) {
        run(
                "UPDATE CLIENT SET ENABLED = ?1 WHERE ID = (SELECT SERVICE_ACCOUNT_CLIENT_LINK FROM USER_ENTITY WHERE ID = ?2)",
                enabled,
                serviceAccount);
    }

    String group(String name) {
        return subgroup(ROOT, name);
    }

    String subgroup(String parent, String name) {
        String id = id();
        run(
                "INSERT INTO KEYCLOAK_GROUP (ID, REALM_ID, PARENT_GROUP, NAME, TYPE) VALUES (?1, ?2, ?3, ?4, 0)",
                id,
                realm,
                parent,
                name);
        return id;
    }

    void join(String user, String group) {
        run(
                "INSERT INTO USER_GROUP_MEMBERSHIP (USER_ID, GROUP_ID, MEMBERSHIP_TYPE) VALUES (?1, ?2, 'UNMANAGED')",
                user,
                group);
    }

    void leave(String user, String group) {
        run("DELETE FROM USER_GROUP_MEMBERSHIP WHERE USER_ID = ?1 AND GROUP_ID = ?2", user, group);
    }

    String role(String name) {
        String id = id();
        run(
                "INSERT INTO KEYCLOAK_ROLE (ID, NAME, REALM_ID, REALM, CLIENT_ROLE, CLIENT_REALM_CONSTRAINT)"
                        + " VALUES (?1, ?2, ?3, ?3, FALSE, ?3)",
                id,
                name,
                realm);
        return id;
    }

    void contain(String composite, String role) {
        run("INSERT INTO COMPOSITE_ROLE (COMPOSITE, CHILD_ROLE) VALUES (?1, ?2)", composite, role);
    }

    void giveUser(String user, String role) {
        run("INSERT INTO USER_ROLE_MAPPING (USER_ID, ROLE_ID) VALUES (?1, ?2)", user, role);
    }

    void giveGroup(String group, String role) {
        run("INSERT INTO GROUP_ROLE_MAPPING (GROUP_ID, ROLE_ID) VALUES (?1, ?2)", group, role);
    }

    void run(String sql, Object... parameters) {
        database.runInTransaction(entities -> run(entities, sql, parameters));
    }

    static void run(EntityManager entities, String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
