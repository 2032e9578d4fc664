package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.EventType;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.WireRoute;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.request.Golden;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.request.TrainingSpec;
import io.trainyard.events.route.Position;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReflectedTypesTest {

    private final Set<String> registered = registered();

    @Test
    void namesEveryTypeThatAnEventIsMadeOf() {
        Deque<Type> open = new ArrayDeque<>(List.of(
                WireRoute.class,
                Delivered.class,
                Position.class,
                StoredAttempt.class,
                TrainingSpec.class,
                ModelSpec.class,
                EndpointSpec.class,
                Golden.class));
        Arrays.stream(EventType.values()).forEach(type -> open.add(type.fact()));
        var ours = new TreeSet<String>();
        while (!open.isEmpty()) {
            visit(open.pop(), ours, open);
        }
        assertThat(registered).containsAll(ours);
    }

    @Test
    void namesEveryPermittedFact() {
        Set<String> facts = Arrays.stream(EventType.values())
                .map(type -> type.fact().getName())
                .collect(Collectors.toSet());
        assertThat(registered).containsAll(facts).contains("io.trainyard.events.json.WireDetail");
    }

    private static void visit(Type type, Set<String> ours, Deque<Type> open) {
        switch (type) {
            case ParameterizedType generic -> open.addAll(List.of(generic.getActualTypeArguments()));
            case Class<?> plain
            when plain.getName().startsWith("io.trainyard") && ours.add(plain.getName()) -> {
                if (plain.isRecord()) {
                    Arrays.stream(plain.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .forEach(open::add);
                }
            }
            default -> {
                // The JDK's and Jackson's own types register themselves.
            }
        }
    }

    private static Set<String> registered() {
        RegisterForReflection annotation = ReflectedTypes.class.getAnnotation(RegisterForReflection.class);
        Set<String> names =
                Arrays.stream(annotation.targets()).map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(List.of(annotation.classNames()));
        return names;
    }
}
