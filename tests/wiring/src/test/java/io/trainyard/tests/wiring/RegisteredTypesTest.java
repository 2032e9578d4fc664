package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.trainyard.events.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Jackson reads or writes in a function is registered: elsewhere than on the JVM it could not otherwise. */
class RegisteredTypesTest {

    @Test
    void everythingThatAFunctionReadsOrWritesIsRegisteredInIt() {
        SortedMap<String, SortedSet<String>> missing = missing();

        assertThat(missing.keySet())
                .as("types for a @RegisterForReflection of their service, or for not-json.txt: %s", missing)
                .containsExactlyInAnyOrderElementsOf(Checkout.list("not-json.txt"));
    }

    @Test
    void whatIsReadIsFoundWithEverythingInIt() {
        assertThat(found(Reader.class)).containsExactlyInAnyOrder(names(Inner.class, Row.class));
        assertThat(found(Made.class, Told.class)).containsExactlyInAnyOrder(names(Inner.class, Told.class));
    }

    @Test
    void anArrayIsATypeOfItsOwn() {
        assertThat(found(ArrayReader.class)).containsExactlyInAnyOrder(names(Inner.class, Inner[].class));
    }

    @Test
    void whatIsWrittenIsFoundWhereverItIsHandedOn() {
        assertThat(found(Writer.class)).containsExactly(Said.class.getName());
        assertThat(found(Desk.class, Door.class)).containsExactlyInAnyOrder(names(Inner.class, Row.class, Said.class));
    }

    @Test
    void whatIsReadThroughAMethodOfOursIsFound() {
        assertThat(found(Table.class, Shelf.class)).containsExactlyInAnyOrder(names(Inner.class, Row.class));
    }

    /** By type, the services that read or write it and register it not. */
    private static SortedMap<String, SortedSet<String>> missing() {
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>();
        Checkout.wiring().services().forEach(service -> {
            ServiceClasses classes = ServiceClasses.of(service);
            SortedSet<String> names = JsonTypes.of(classes.reachable());
            names.removeAll(Registrations.of(classes.searched()));
            names.forEach(name ->
                    missing.computeIfAbsent(name, any -> new TreeSet<>()).add(service.name()));
        });
        return missing;
    }

    private static String[] names(Class<?>... classes) {
        return Arrays.stream(classes).map(Class::getName).toArray(String[]::new);
    }

    private static SortedSet<String> found(Class<?>... classes) {
        var all = new ArrayList<Class<?>>(List.of(classes));
        all.addAll(List.of(Row.class, Inner.class, Said.class));
        return JsonTypes.of(new ClassFileImporter().importClasses(all));
    }

    record Inner(int number) {}

    record Row(List<Inner> inner) {}

    record Said(String text) {}

    /** No record, and read all the same. */
    static final class Told {

        private final List<Inner> inner;

        private Told(List<Inner> inner) {
            this.inner = inner;
        }

        @JsonCreator
        static Told of(List<Inner> inner) {
            return new Told(inner);
        }

        int size() {
            return inner.size();
        }
    }

    static final class Reader {

        Row row(String json) {
            return Json.read(json, Row.class);
        }
    }

    static final class Made {

        int size(String json) {
            return Json.read(json, Told.class).size();
        }
    }

    static final class ArrayReader {

        int size(String json) {
            return Json.read(json, Inner[].class).length;
        }
    }

    static final class Writer {

        String text() {
            return Json.write(new Said("this"));
        }
    }

    /** Hands on what it is given, in two steps. */
    static final class Door {

        String answer(int status, Object body) {
            return status + inJson(body);
        }

        private String inJson(Object body) {
            return Json.write(body);
        }
    }

    static final class Desk {

        private final Door door = new Door();

        String made() {
            return door.answer(200, new Said("this"));
        }

        String got(List<Integer> numbers) {
            return door.answer(200, numbers.stream().map(this::row).toList());
        }

        private Row row(int number) {
            return new Row(List.of(new Inner(number)));
        }
    }

    static final class Shelf {

        <T> T read(String json, Class<T> type) {
            return Json.read(json, type);
        }
    }

    static final class Table {

        Row row(String json) {
            return new Shelf().read(json, Row.class);
        }
    }
}
