package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventType;
import io.trainyard.events.json.Json;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout that these tests run in: its services, its golden events, and files that are generated into it. */
final class Checkout {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path RESOURCES = Path.of("src/test/resources");
    static final Deployment HERE = new Deployment("local", "123456789012", "eu-west-1");

    /** What writes the generated files of these tests. */
    static final String COMMAND = "./trainyard mvn -pl tests/wiring -am test -Dtest='Catalogue*,WhoHears*,Settings*'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtrainyard.regenerate=true";

    private static final Wiring WIRING = Wiring.load(ROOT.resolve("services"));

    private Checkout() {}

    static Wiring wiring() {
        return WIRING;
    }

    /** The committed detail of an event, at the version that is written today. */
    static JsonNode golden(EventType type) {
        return Json.tree(read(goldenFile(type)));
    }

    static Path goldenFile(EventType type) {
        return ROOT.resolve("events/src/test/resources/golden/" + type.eventName() + ".v" + type.version() + ".json");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a reviewed list, without comments. */
    static List<String> list(String resource) {
        return read(RESOURCES.resolve(resource))
                .lines()
                .map(line -> line.split("#", 2)[0].strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Compares a generated file with the committed one, or writes it where this run is asked to. */
    static void check(Path file, String content) {
        if (Boolean.getBoolean("trainyard.regenerate")) {
            write(file, content);
        }
        assertThat(file).as("%s is generated; write it with: %s", file, COMMAND).exists();
        List<String> committed = read(file).lines().toList();
        List<String> generated = content.lines().toList();
        assertThat(changed(committed, generated))
                .as(
                        "%s is stale: look at the lines that change, and if that is meant, write it with: %s",
                        file, COMMAND)
                .isEmpty();
        assertThat(committed).isEqualTo(generated);
    }

    private static List<String> changed(List<String> before, List<String> after) {
        var changed = new ArrayList<String>();
        before.stream()
                .filter(line -> !after.contains(line))
                .map(line -> "- " + line)
                .forEach(changed::add);
        after.stream()
                .filter(line -> !before.contains(line))
                .map(line -> "+ " + line)
                .forEach(changed::add);
        return changed;
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
