package io.trainyard.wiring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All service descriptions of a checkout or a distribution, each valid and all valid together. */
public final class Wiring {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final String FILE = "service.yaml";

    private final List<ServiceDescription> services;

    private Wiring(List<ServiceDescription> services) {
        this.services = List.copyOf(services);
    }

    /**
     * Reads {@code <servicesDir>/<service>/service.yaml} of every folder that has one, in the order of their names.
     *
     * @throws WiringException naming file, field and fix of everything that is wrong
     */
    public static Wiring load(Path servicesDir) {
        var violations = new ArrayList<Violation>();
        var services = new ArrayList<ServiceDescription>();
        for (var folder : folders(servicesDir)) {
            var name = folder.getFileName().toString();
            parse(folder.resolve(FILE), violations)
                    .ifPresent(root -> services.add(ServiceReader.read(name, name + "/" + FILE, root, violations)));
        }
        TogetherCheck.check(services, violations);
        if (!violations.isEmpty()) {
            throw new WiringException(violations);
        }
        return new Wiring(services);
    }

    public List<ServiceDescription> services() {
        return services;
    }

    public Optional<ServiceDescription> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /** The service that takes every dead letter in; empty where none does. */
    public Optional<ServiceDescription> drain() {
        return services.stream().filter(ServiceDescription::drains).findFirst();
    }

    /** Every step kind that exists here, and the one service that takes it. */
    public Map<String, String> serviceOfKind() {
        var kinds = new TreeMap<String, String>();
        services.forEach(service -> service.hears().stream()
                .flatMap(rule -> Patterns.kinds(rule).stream())
                .forEach(kind -> kinds.put(kind, service.name())));
        return kinds;
    }

    private static List<Path> folders(Path servicesDir) {
        try (var entries = Files.list(servicesDir)) {
            return entries.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the services in " + servicesDir, e);
        }
    }

    private static Optional<JsonNode> parse(Path file, List<Violation> violations) {
        var name = file.getParent().getFileName() + "/" + FILE;
        try {
            var root = YAML.readTree(file.toFile());
            if (root.isObject()) {
                return Optional.of(root);
            }
            violations.add(new Violation(name, "(file)", "is not a mapping.", "start with `service: NAME`."));
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null
                    ? "(file)"
                    : "line " + e.getLocation().getLineNr();
            violations.add(new Violation(
                    name,
                    where,
                    "is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("") + ".",
                    "correct it; inside {} and [] write \"${prefix}\" with its quotes."));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return Optional.empty();
    }
}
