package io.trainyard.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;

/** Holds for a class that names no type of a service other than its own. */
final class NoForeignDependency extends ArchCondition<JavaClass> {

    private final Set<String> services;

    NoForeignDependency(Set<String> services) {
        super("name no type of another service");
        this.services = Set.copyOf(services);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<String> own = owner(services, type.getPackageName());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            Optional<String> other = owner(services, dependency.getTargetClass().getPackageName());
            if (other.isPresent() && !other.equals(own)) {
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
            }
        }
    }

    /** The service's root package that a package lies in. */
    static Optional<String> owner(Set<String> services, String name) {
        return services.stream()
                .filter(service -> name.equals(service) || name.startsWith(service + "."))
                .findFirst();
    }
}
