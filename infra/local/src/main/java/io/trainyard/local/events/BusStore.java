package io.trainyard.local.events;

import static io.trainyard.local.front.JsonProtocol.JSON;

import io.trainyard.local.front.AwsFault;
import io.trainyard.local.store.DocumentMap;
import io.trainyard.local.store.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The account's buses and their rules: in memory for matching, in the file for the next start. */
final class BusStore {

    static final String DEFAULT = "default";

    private final DocumentMap buses;
    private final DocumentMap rules;
    private final Map<String, Map<String, StoredRule>> byBus = new ConcurrentHashMap<>();
    private final Map<String, Matcher> matchers = new ConcurrentHashMap<>();

    BusStore(Documents documents) {
        this.buses = documents.map("events.buses");
        this.rules = documents.map("events.rules");
        byBus.put(DEFAULT, new HashMap<>());
        buses.all().keySet().forEach(name -> byBus.put(name, new HashMap<>()));
        rules.all().values().forEach(bytes -> {
            var rule = read(bytes);
            byBus.get(rule.bus()).put(rule.name(), rule);
        });
        byBus.keySet().forEach(this::compile);
    }

    synchronized void createBus(String name) {
        if (byBus.putIfAbsent(name, new HashMap<>()) != null) {
            throw AwsFault.of("ResourceAlreadyExistsException", "Event bus " + name + " already exists.");
        }
        buses.put(name, new byte[0]);
        compile(name);
    }

    synchronized void deleteBus(String name) {
        if (name.equals(DEFAULT)) {
            throw AwsFault.of("ValidationException", "Cannot delete event bus default.");
        }
        if (!byBus.getOrDefault(name, Map.of()).isEmpty()) {
            throw AwsFault.of("ValidationException", "Event bus can't be deleted since it has rules.");
        }
        byBus.remove(name);
        matchers.remove(name);
        buses.remove(name);
    }

    synchronized List<String> buses() {
        return byBus.keySet().stream().sorted().toList();
    }

    boolean hasBus(String name) {
        return byBus.containsKey(name);
    }

    synchronized List<StoredRule> rules(String bus) {
        return rulesOf(bus).values().stream()
                .sorted(Comparator.comparing(StoredRule::name))
                .toList();
    }

    synchronized Optional<StoredRule> find(String bus, String name) {
        return Optional.ofNullable(rulesOf(bus).get(name));
    }

    synchronized StoredRule rule(String bus, String name) {
        return find(bus, name)
                .orElseThrow(() -> AwsFault.of(
                        "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus " + bus + "."));
    }

    synchronized void keep(StoredRule rule) {
        rulesOf(rule.bus()).put(rule.name(), rule);
        rules.put(rule.key(), write(rule));
        compile(rule.bus());
    }

    synchronized void remove(StoredRule rule) {
        rulesOf(rule.bus()).remove(rule.name());
        rules.remove(rule.key());
        compile(rule.bus());
    }

    /** The rules that match an event on a bus; none for a bus that is not there. */
    List<StoredRule> matching(String bus, String event) {
        var matcher = matchers.get(bus);
        return matcher == null ? List.of() : matcher.matching(event);
    }

    private Map<String, StoredRule> rulesOf(String bus) {
        var found = byBus.get(bus);
        if (found == null) {
            throw AwsFault.of("ResourceNotFoundException", "Event bus " + bus + " does not exist.");
        }
        return found;
    }

    private void compile(String bus) {
        matchers.put(bus, new Matcher(byBus.get(bus).values()));
    }

    private static byte[] write(StoredRule rule) {
        try {
            return JSON.writeValueAsBytes(rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredRule read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, StoredRule.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a rule in the state folder cannot be read", e);
        }
    }
}
