package io.trainyard.local.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.event.ruler.Machine;

/** The rules of one bus, compiled by EventBridge's own matcher. Never changes; a changed rule makes a new one. */
final class Matcher {

    private final Machine machine = Machine.builder().build();
    private final Map<String, StoredRule> rules;

    Matcher(Collection<StoredRule> all) {
        rules = all.stream()
                .filter(StoredRule::enabled)
                .collect(Collectors.toMap(StoredRule::name, Function.identity()));
        rules.values().forEach(rule -> {
            try {
                machine.addRule(rule.name(), rule.pattern());
            } catch (IOException e) {
                throw new UncheckedIOException("rule " + rule.key() + " does not compile", e);
            }
        });
    }

    List<StoredRule> matching(String event) {
        try {
            return machine.rulesForJSONEvent(event).stream().map(rules::get).toList();
        } catch (Exception e) {
            throw new IllegalStateException("the matcher failed", e);
        }
    }
}
