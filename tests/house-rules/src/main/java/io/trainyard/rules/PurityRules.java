package io.trainyard.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Time, ids, chance and the environment come in from outside; nothing reaches out for them. */
public final class PurityRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.LocalTime");

    private static final String[] INNER = {"io.trainyard.*.domain..", "io.trainyard.*.app..", "io.trainyard.events.."};

    private PurityRules() {}

    /** Domain, use cases and events are told the time. */
    public static ArchRule timeIsInjected() {
        return noClasses()
                .that()
                .resideInAnyPackage(INNER)
                .should()
                .callMethodWhere(DescribedPredicate.describe("reads the machine's clock", PurityRules::readsTheClock))
                .because("the simulation runs on a virtual clock; take a java.time.Clock or an Instant as a parameter");
    }

    /** Domain, use cases and events are told ids and chance. */
    public static ArchRule idsAndChanceAreInjected() {
        return noClasses()
                .that()
                .resideInAnyPackage(INNER)
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("draws an id or a number by chance", PurityRules::drawsByChance))
                .because(
                        "a failing seed must replay; take a RandomGenerator, or draw the id from the job, run and step");
    }

    /** Configuration is read in one documented place per service. */
    public static ArchRule environmentIsConfiguration() {
        return noClasses()
                .should()
                .callMethodWhere(
                        target(owner(nameMatching("java\\.lang\\.System"))).and(target(nameMatching("getenv"))))
                .because("only cli, infra/local and trainer-container read the environment;"
                        + " declare the setting in the service's @ConfigMapping");
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean noClockGiven = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return (CLOCKS.contains(owner) && name.equals("now") && noClockGiven)
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
    }

    private static boolean drawsByChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean unseeded = access instanceof JavaConstructorCall made
                && owner.getName().equals("java.util.Random")
                && made.getTarget().getRawParameterTypes().isEmpty();
        return unseeded
                || owner.getName().equals("java.security.SecureRandom")
                || owner.getName().equals("java.util.concurrent.ThreadLocalRandom")
                || (owner.getName().equals("java.util.UUID") && access.getName().equals("randomUUID"))
                || (owner.getName().equals("java.lang.Math") && access.getName().equals("random"));
    }
}
