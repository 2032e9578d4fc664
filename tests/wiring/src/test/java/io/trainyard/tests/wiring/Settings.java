package io.trainyard.tests.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a deployment's settings, from the interfaces that read them and what is written above each. */
final class Settings {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*(?<text>(?:(?!\\*/).)*)\\*/\\s+(?:@WithDefault\\(\"(?<usual>[^\"]*)\"\\)\\s+)?\\S+ (?<name>\\w+)\\(\\);",
            Pattern.DOTALL);
    /** What follows from the deployment and from service.yaml; nobody sets them by hand. */
    private static final Set<String> GIVEN = Set.of(
            "TRAINYARD_ENV",
            "TRAINYARD_ACCOUNT",
            "TRAINYARD_REGION",
            "TRAINYARD_BUCKET",
            "TRAINYARD_SERVICE",
            "TRAINYARD_ROLES",
            "TRAINYARD_MAX_RECEIVES",
            "TRAINYARD_KEY",
            "TRAINYARD_VPC_SUBNETS",
            "TRAINYARD_VPC_SECURITY_GROUPS");

    /**
     * One setting.
     *
     * @param name the environment variable
     * @param usual its value where nobody sets it; empty where there is none
     * @param text what it decides
     */
    record Setting(String name, String usual, String text) {}

    private Settings() {}

    static String markdown() {
        return """
                # Settings

                Generated from the interfaces that read them; do not edit. After a change run
                `%s`.

                Here a setting is given by `./trainyard up --set NAME=VALUE`. On AWS it goes into `settings` of the block `module "trainyard"` in
                `infra/terraform/examples/<example>/main.tf`, or in your copy of it: `settings = { TRAINYARD_CAPACITY_LONGEST = "P1D" }`. The cap, the surge, the
                quota, the limits and the runbooks are inputs of the module too ([inputs](../terraform/inputs.md)), which is the better place for them. All services get all settings.
                Durations are in ISO 8601: `PT30S`, `PT2H`, `P3D`. `TRAINYARD_LOG_LEVEL` is `INFO` unless it is set ([how](deploy.md#say-more-or-less)).

                | setting | without it | decides |
                |---|---|---|
                """.formatted(Checkout.COMMAND)
                + all().stream()
                        .filter(setting -> !GIVEN.contains(setting.name()))
                        .map(setting -> "| `%s` | %s | %s |\n"
                                .formatted(
                                        setting.name(),
                                        setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                                        setting.text()))
                        .collect(Collectors.joining());
    }

    /** All of them, by name. */
    static List<Setting> all() {
        try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("services"))) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .flatMap(file -> of(Checkout.read(file)))
                    .sorted(Comparator.comparing(Setting::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Setting> of(String source) {
        var prefix = PREFIX.matcher(source);
        return prefix.find()
                ? SETTING.matcher(source)
                        .results()
                        .map(found -> new Setting(
                                variable(prefix.group(1) + "." + found.group("name")),
                                found.group("usual") == null ? "" : found.group("usual"),
                                sentence(found.group("text"))))
                : Stream.empty();
    }

    /** As SmallRye Config reads it from the environment: {@code offerTimeout} of trainyard.endpoints is TRAINYARD_ENDPOINTS_OFFER_TIMEOUT. */
    private static String variable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String sentence(String text) {
        return text.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .strip();
    }
}
