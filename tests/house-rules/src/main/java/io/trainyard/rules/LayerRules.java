package io.trainyard.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may know whom: {@code domain <- app <- aws} inside a service, and nothing of ours across services. */
public final class LayerRules {

    private static final String DOMAIN = "io.trainyard.*.domain..";
    private static final String APP = "io.trainyard.*.app..";
    private static final String AWS = "io.trainyard.*.aws..";

    /** What only {@code aws} may name: AWS, Lambda, Quarkus and the container annotations that come with it. */
    static final String[] PLATFORM = {
        "software.amazon..",
        "com.amazonaws..",
        "io.quarkus..",
        "jakarta.enterprise..",
        "jakarta.inject..",
        "jakarta.ws.rs..",
        "org.eclipse.microprofile.."
    };

    private LayerRules() {}

    /** The domain is plain: it knows neither its use cases nor its adapters. */
    public static ArchRule domainKnowsNoOtherLayer() {
        return noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(APP, AWS)
                .because("domain is the innermost layer; move the type it needs into domain,"
                        + " or move the class that needs it out to app or aws");
    }

    /** Use cases name ports, never adapters. */
    public static ArchRule appKnowsNoAdapter() {
        return noClasses()
                .that()
                .resideInAPackage(APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AWS)
                .because("use cases know ports only; declare the call as an interface in app and implement it in aws");
    }

    /** Domain and use cases compile without the SDK, Lambda or Quarkus. */
    public static ArchRule onlyAdaptersKnowThePlatform() {
        return noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLATFORM)
                .because("only aws may import AWS, Lambda or Quarkus types; put a port in app, its adapter in aws,"
                        + " and make the use case a bean by a producer method in aws");
    }

    /** A service has its three layers and nothing beside them. */
    public static ArchRule everyClassHasALayer(Set<String> services) {
        return classes()
                .that(inPackagesOf(services))
                .should()
                .resideInAnyPackage(DOMAIN, APP, AWS)
                .because("a service is made of domain, app and aws; move the class into the one it belongs to");
    }

    /** The contract stands alone. */
    public static ArchRule eventsDependOnNothingOfOurs() {
        DescribedPredicate<JavaClass> ours = resideInAPackage("io.trainyard..")
                .and(DescribedPredicate.not(resideInAPackage("io.trainyard.events..")));
        return noClasses()
                .that()
                .resideInAPackage("io.trainyard.events..")
                .should()
                .dependOnClassesThat(ours.or(resideInAnyPackage(PLATFORM))
                        .as("are ours outside events, or belong to AWS or Quarkus"))
                .because("upstream teams depend on events alone; move what it needs into events,"
                        + " or move the class that needs it out");
    }

    /** Nobody but tests depends on a service, least of all another service. */
    public static ArchRule nobodyDependsOnAService(Set<String> services) {
        return classes()
                .that()
                .resideInAPackage("io.trainyard..")
                .should(new NoForeignDependency(services))
                .because("services speak through events only; say an event, or move what three services share"
                        + " into services/support");
    }

    private static DescribedPredicate<JavaClass> inPackagesOf(Set<String> services) {
        return DescribedPredicate.describe(
                "belong to a service",
                type -> NoForeignDependency.owner(services, type.getPackageName())
                                .isPresent()
                        && !type.getSimpleName().equals("package-info"));
    }
}
