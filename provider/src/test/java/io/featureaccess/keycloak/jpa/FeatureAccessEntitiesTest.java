package io.featureaccess.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureAccessEntitiesTest {

    @Test
    void every_entity_is_told_to_the_server() {
        List<String> entities = new ClassFileImporter()
                .importPackages("io.featureaccess").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(new FeatureAccessEntities().getEntities())
                .isNotEmpty()
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(entities);
    }
}
