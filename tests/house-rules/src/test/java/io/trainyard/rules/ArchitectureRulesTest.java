package io.trainyard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final Set<String> SERVICES =
            Set.of("io.trainyard.sample", "io.trainyard.other", "io.trainyard.good");
    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("io.trainyard.sample", "io.trainyard.other", "io.trainyard.events");
    private static final JavaClasses GOOD = new ClassFileImporter().importPackages("io.trainyard.good");

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(LayerRules.domainKnowsNoOtherLayer(), "DomainThatKnowsApp", "move the type it needs"),
                Arguments.of(LayerRules.appKnowsNoAdapter(), "UseCaseThatKnowsAws", "interface in app"),
                Arguments.of(LayerRules.onlyAdaptersKnowThePlatform(), "DomainThatKnowsSdk", "put a port in app"),
                Arguments.of(LayerRules.everyClassHasALayer(SERVICES), "OutsideTheLayers", "move the class"),
                Arguments.of(LayerRules.nobodyDependsOnAService(SERVICES), "DependsOnSample", "say an event"),
                Arguments.of(LayerRules.nobodyDependsOnAService(SERVICES), "EventThatKnowsService", "say an event"),
                Arguments.of(LayerRules.eventsDependOnNothingOfOurs(), "EventThatKnowsService", "move the class"),
                Arguments.of(LayerRules.eventsDependOnNothingOfOurs(), "EventThatKnowsSdk", "move the class"),
                Arguments.of(PurityRules.timeIsInjected(), "ReadsClock", "take a java.time.Clock"),
                Arguments.of(PurityRules.timeIsInjected(), "ReadsMillis", "take a java.time.Clock"),
                Arguments.of(PurityRules.timeIsInjected(), "MakesClock", "take a java.time.Clock"),
                Arguments.of(PurityRules.idsAndChanceAreInjected(), "DrawsId", "draw the id from the job"),
                Arguments.of(PurityRules.idsAndChanceAreInjected(), "DrawsNumber", "take a RandomGenerator"),
                Arguments.of(PurityRules.environmentIsConfiguration(), "ReadsEnvironment", "@ConfigMapping"),
                Arguments.of(ConstructionRules.noFieldInjection(), "InjectsField", "constructor parameter"),
                Arguments.of(ConstructionRules.noSharedMutableState(), "SharesState", "make it final"),
                Arguments.of(NativeRules.noReflectionAtRunTime(), "LooksUp", "pass a function"),
                Arguments.of(NativeRules.noChanceInStaticFields(), "SeedsAtBuild", "inject it"),
                Arguments.of(NativeRules.noChanceInStaticInitializers(), "SeedsAtBuild", "draw where it is used"),
                Arguments.of(NamingRules.namesSayWhatAClassIsFor(), "JobManager", "name what it does"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void aBreachIsNamedWithItsWayOut(ArchRule rule, String offender, String wayOut) {
        String report =
                rule.allowEmptyShould(true).evaluate(BAD).getFailureReport().toString();

        assertThat(report).contains(offender).contains(wayOut);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void whatKeepsTheRulesPasses(ArchRule rule, String offender, String wayOut) {
        assertThat(rule.allowEmptyShould(true).evaluate(GOOD).hasViolation()).isFalse();
    }
}
