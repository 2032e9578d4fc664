package io.trainyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli looks up while a native executable runs is what its processor wrote down when this was compiled. */
class NativeConfigurationTest {

    private static final Path WRITTEN =
            Path.of("target/classes/META-INF/native-image/picocli-generated/io.trainyard/trainyard-cli");

    /** What picocli makes of text without looking anything up, and Path, for which Commands brings its own. */
    private static final Set<Class<?>> CONVERTED =
            Set.of(boolean.class, int.class, long.class, Integer.class, String.class, URI.class, Path.class);

    private final List<CommandSpec> commands = specs(Commands.in(
                    CommandRun.surroundings(Path.of("."), Map.of(), new StringWriter(), new StringWriter())))
            .toList();
    private final Set<String> registered =
            registered(Json.read(Files.readString(WRITTEN.resolve("reflect-config.json"))));

    NativeConfigurationTest() throws IOException {}

    @Test
    void everyCommandIsRegisteredWithEachAnnotatedMember() {
        Set<String> needed = commands.stream()
                .map(CommandSpec::userObject)
                .map(user -> user instanceof Method method ? method.getDeclaringClass() : user.getClass())
                .flatMap(NativeConfigurationTest::named)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(needed).contains("io.trainyard.cli.TrainyardCommand", "io.trainyard.cli.TrainyardCommand.home");
        assertThat(registered).containsAll(needed);
    }

    @Test
    void everyOptionAndParameterIsRegisteredWithWhatHoldsIt() {
        assertThat(arguments()
                        .map(ArgSpec::userObject)
                        .filter(Member.class::isInstance)
                        .map(Member.class::cast))
                .hasSizeGreaterThan(40)
                .allSatisfy(holder -> assertThat(registered)
                        .contains(holder.getDeclaringClass().getName() + "." + holder.getName()));
    }

    @Test
    void everyValueIsConvertedWithoutALookup() {
        assertThat(arguments()
                        .flatMap(argument -> Arrays.stream(argument.auxiliaryTypes()))
                        .distinct())
                .as("types of options and parameters")
                .filteredOn(type -> !CONVERTED.contains(type))
                .allSatisfy(type -> assertThat(registered).contains(type.getName()))
                .allMatch(type -> type.isEnum() || type == Optional.class);
    }

    @Test
    void theVersionAndItsResourceAreThere() throws IOException {
        JsonNode resources = Json.read(Files.readString(WRITTEN.resolve("resource-config.json")));

        assertThat(registered).contains(Version.class.getName());
        assertThat(resources.path("resources").findValuesAsText("pattern"))
                .anyMatch("io/trainyard/cli/version.properties"::matches);
    }

    private Stream<ArgSpec> arguments() {
        return commands.stream().flatMap(command -> command.args().stream());
    }

    private static Stream<CommandSpec> specs(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(NativeConfigurationTest::specs));
    }

    /** The class, and its members that picocli finds by their annotations. */
    private static Stream<String> named(Class<?> type) {
        Stream<Member> members = Stream.concat(
                Arrays.<Field>stream(type.getDeclaredFields()), Arrays.<Method>stream(type.getDeclaredMethods()));
        return Stream.concat(
                Stream.of(type.getName()),
                members.filter(member -> isPicocli((AnnotatedElement) member))
                        .map(member -> type.getName() + "." + member.getName()));
    }

    private static boolean isPicocli(AnnotatedElement member) {
        return Arrays.stream(member.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().startsWith("picocli."));
    }

    private static Set<String> registered(JsonNode document) {
        Set<String> names = new TreeSet<>();
        for (JsonNode type : document) {
            String name = type.path("name").asText();
            names.add(name);
            type.path("fields")
                    .forEach(field -> names.add(name + "." + field.path("name").asText()));
            type.path("methods")
                    .forEach(
                            method -> names.add(name + "." + method.path("name").asText()));
        }
        return names;
    }
}
