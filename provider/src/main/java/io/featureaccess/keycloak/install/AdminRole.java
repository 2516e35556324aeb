package io.featureaccess.keycloak.install;

/** The client role whose holders are admins. */
final class AdminRole implements Part {

    @Override
    public boolean inPlace(Target target) {
        return target.client().getRole(target.adminRole()) != null;
    }

    @Override
    public void put(Target target) {
        target.client().addRole(target.adminRole()).setDescription("Administers the feature store");
    }
}
