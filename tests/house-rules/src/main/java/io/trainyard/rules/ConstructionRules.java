package io.trainyard.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

/** How objects are made and what they share. */
public final class ConstructionRules {

    private ConstructionRules() {}

    /** What a class needs is in its constructor. */
    public static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("a class that is made by its constructor can be tested without a container;"
                        + " make the field final and a constructor parameter");
    }

    /** State that everybody shares makes tests depend on their order. */
    public static ArchRule noSharedMutableState() {
        return fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("a static field that changes is shared by every test of the JVM; make it final,"
                        + " or a field of the object that owns it");
    }
}
