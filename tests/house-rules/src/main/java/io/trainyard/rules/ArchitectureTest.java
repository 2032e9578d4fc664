package io.trainyard.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the compiled classes of the module whose test run this is. */
public class ArchitectureTest {

    private static final ModuleUnderTest MODULE = ModuleUnderTest.here();
    private static final JavaClasses CLASSES = MODULE.classes();
    private static final Set<String> READ_THE_ENVIRONMENT = Set.of("cli", "infra/local", "trainer-container");

    @Test
    void domainKnowsNoOtherLayer() {
        check(LayerRules.domainKnowsNoOtherLayer());
    }

    @Test
    void useCasesKnowNoAdapter() {
        check(LayerRules.appKnowsNoAdapter());
    }

    @Test
    void onlyAdaptersKnowThePlatform() {
        check(LayerRules.onlyAdaptersKnowThePlatform());
    }

    @Test
    void everyClassOfAServiceHasALayer() {
        check(LayerRules.everyClassHasALayer(MODULE.servicePackages()));
    }

    @Test
    void eventsDependOnNothingOfOurs() {
        check(LayerRules.eventsDependOnNothingOfOurs());
    }

    @Test
    void nobodyDependsOnAService() {
        if (!MODULE.isTests()) {
            check(LayerRules.nobodyDependsOnAService(MODULE.servicePackages()));
        }
    }

    @Test
    void timeIsInjected() {
        check(PurityRules.timeIsInjected());
    }

    @Test
    void idsAndChanceAreInjected() {
        check(PurityRules.idsAndChanceAreInjected());
    }

    @Test
    void theEnvironmentIsReadOnlyAsConfiguration() {
        if (!READ_THE_ENVIRONMENT.contains(MODULE.path()) && !MODULE.isTests()) {
            check(PurityRules.environmentIsConfiguration());
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(ConstructionRules.noFieldInjection());
    }

    @Test
    void noStaticFieldChanges() {
        check(ConstructionRules.noSharedMutableState());
    }

    @Test
    void whatRunsNativeReflectsOnNothing() {
        if (MODULE.runsNative()) {
            check(NativeRules.noReflectionAtRunTime());
        }
    }

    @Test
    void whatRunsNativeDrawsNothingAtItsBuild() {
        if (MODULE.runsNative()) {
            check(NativeRules.noChanceInStaticFields());
            check(NativeRules.noChanceInStaticInitializers());
        }
    }

    @Test
    void namesSayWhatAClassIsFor() {
        check(NamingRules.namesSayWhatAClassIsFor());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
