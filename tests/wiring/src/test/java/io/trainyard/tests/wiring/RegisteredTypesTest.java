package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.trainyard.events.json.Json;
import org.junit.jupiter.api.Test;

/** What Jackson reads or writes in a function is registered: elsewhere than on the JVM it could not otherwise. */
class RegisteredTypesTest {

    @Test
    void everythingThatAFunctionReadsOrWritesIsRegistered() {
        assertThat(new JsonTypes(ServiceClasses.built()).unregistered())
                .as("types for a @RegisterForReflection of their service, or for not-json.txt")
                .containsExactlyInAnyOrderElementsOf(Checkout.list("not-json.txt"));
    }

    @Test
    void whatNobodyRegisteredIsFoundWithEverythingInIt() {
        var broken = new ClassFileImporter().importClasses(Careless.class, Row.class, Inner.class, Said.class);

        assertThat(new JsonTypes(broken).unregistered())
                .containsExactly(Inner.class.getName(), Row.class.getName(), Said.class.getName());
    }

    record Inner(int number) {}

    record Row(java.util.List<Inner> inner) {}

    record Said(String text) {}

    /** Works on the JVM. */
    static final class Careless {

        Row row(String json) {
            return Json.read(json, Row.class);
        }

        String text() {
            return Json.write(new Said("this"));
        }
    }
}
