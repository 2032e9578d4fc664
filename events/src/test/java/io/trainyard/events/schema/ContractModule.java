package io.trainyard.events.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Module;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import io.trainyard.events.ResourceName;
import io.trainyard.events.json.WireRoute;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the generator cannot see in our types by itself: fields that may be missing, and the shapes behind {@code @JsonValue}. */
final class ContractModule implements Module {

    private static final Set<String> COUNTED_FROM_ONE = Set.of("run", "attempt", "version");
    private static final Set<Class<?>> NAMING_STEPS = Set.of(PlannedStep.class, Release.class);

    private final boolean closed;

    /** @param closed whether a field of a request that nobody knows is refused, as intake does */
    ContractModule(boolean closed) {
        this.closed = closed;
    }

    @Override
    public void applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) {
        builder.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withCustomDefinitionProvider(ContractModule::custom)
                .withDescriptionResolver(
                        scope -> JavadocOf.type(scope.getType().getErasedType()).orElse(null))
                .withAdditionalPropertiesResolver(
                        scope -> closed && isRequest(scope.getType().getErasedType()) ? Void.class : null);
        builder.forFields()
                .withNullableCheck(ContractModule::nullable)
                .withRequiredCheck(field -> !nullable(field) && !leftOutWhenEmpty(field))
                .withDescriptionResolver(ContractModule::description)
                .withNumberInclusiveMinimumResolver(
                        field -> COUNTED_FROM_ONE.contains(field.getDeclaredName()) ? BigDecimal.ONE : null)
                .withArrayMaxItemsResolver(
                        field -> is(field, WireRoute.class, "next") && !field.isFakeContainerItemScope()
                                ? Position.FAN_OUT
                                : null)
                .withStringPatternResolver(field -> NAMING_STEPS.contains(owner(field))
                                && field.getDeclaredName().equals("step")
                        ? "^" + ResourceName.STEP.pattern() + "$"
                        : null);
    }

    private static @Nullable CustomDefinition custom(ResolvedType type, SchemaGenerationContext context) {
        if (JsonNode.class.isAssignableFrom(type.getErasedType())) {
            return new CustomDefinition(context.getGeneratorConfig().createObjectNode(), true);
        }
        if (type.getErasedType() == Plan.class) {
            ResolvedType steps = context.getTypeContext().resolve(List.class, PlannedStep.class);
            return new CustomDefinition(
                    context.createDefinitionReference(steps),
                    CustomDefinition.INLINE_DEFINITION,
                    CustomDefinition.EXCLUDING_ATTRIBUTES);
        }
        return null;
    }

    private static @Nullable String description(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : JavadocOf.component(owner(field), field.getDeclaredName()).orElse(null);
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !field.isFakeContainerItemScope();
    }

    /** Lists and maps of a type that leaves empty ones out when it is written. */
    private static boolean leftOutWhenEmpty(FieldScope field) {
        JsonInclude include = owner(field).getAnnotation(JsonInclude.class);
        Class<?> type = field.getType().getErasedType();
        return include != null
                && include.value() == JsonInclude.Include.NON_EMPTY
                && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))
                && !field.getRawMember().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isRequest(Class<?> type) {
        return type.getPackage() == JobRequest.class.getPackage();
    }

    private static boolean is(FieldScope field, Class<?> owner, String name) {
        return owner(field) == owner && field.getDeclaredName().equals(name);
    }

    private static Class<?> owner(FieldScope field) {
        return field.getRawMember().getDeclaringClass();
    }
}
