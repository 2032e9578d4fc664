package io.trainyard.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchRule;

/** What works on the JVM and not in a native executable. */
public final class NativeRules {

    private static final DescribedPredicate<JavaClass> CHANCE =
            describe("a source of chance", type -> type.isAssignableTo("java.util.random.RandomGenerator"));

    private NativeRules() {}

    /** Only what is registered can be looked up while a native executable runs. */
    public static ArchRule noReflectionAtRunTime() {
        return noClasses()
                .should()
                .callMethodWhere(describe("looks a member up or makes a class", Reflection::isIn))
                .because(
                        "a native executable knows only members that are registered: call it, or pass a function that does");
    }

    /** A static field is set while the executable is built: every process that starts from it has the same seed. */
    public static ArchRule noChanceInStaticFields() {
        return noFields()
                .that()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .haveRawType(CHANCE)
                .because("a native executable keeps the seed of its build; make it where it is used, or inject it");
    }

    /** The same for what a static initializer draws and keeps. */
    public static ArchRule noChanceInStaticInitializers() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("draws while its class is initialized", NativeRules::drawsAtBuild))
                .because("a native executable keeps what was drawn at its build; draw where it is used");
    }

    private static boolean drawsAtBuild(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean draws = CHANCE.test(owner)
                || (owner.getName().equals("java.util.UUID") && access.getName().equals("randomUUID"))
                || (owner.getName().equals("java.lang.Math") && access.getName().equals("random"));
        return draws && access.getOrigin() instanceof JavaStaticInitializer;
    }
}
