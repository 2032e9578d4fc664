package io.trainyard.rules;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Checks the sources of the module whose test run this is. */
public class SourceStyleTest {

    private static final ModuleUnderTest MODULE = ModuleUnderTest.here();
    private static final List<SourceFile> MAIN = MODULE.mainSources();
    private static final List<SourceFile> TESTS = MODULE.testSources();

    @Test
    void noFileIsTooLong() {
        holds(SizeBudget.longFiles(Stream.concat(MAIN.stream(), TESTS.stream()).toList()));
    }

    @Test
    void theModuleStaysThin() {
        holds(SizeBudget.thickModule(MAIN));
    }

    @Test
    void noMethodIsTooLong() {
        holds(SizeBudget.longMethods(MAIN));
    }

    @Test
    void noConstructorIsTooWide() {
        holds(SizeBudget.wideConstructors(MAIN));
    }

    @Test
    void noServiceOrSupportModuleIsCrowded() {
        if (MODULE.isService() || MODULE.isSupport()) {
            holds(SizeBudget.crowdedModule(MAIN));
        }
    }

    @Test
    void everyPublicTypeSaysWhatItPromises() {
        holds(DocumentationRules.silentTypes(MAIN));
    }

    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        holds(DocumentationRules.unmarkedPackages(MODULE.dir(), MAIN));
    }

    private static void holds(List<String> breaches) {
        if (!breaches.isEmpty()) {
            Assertions.fail(String.join(System.lineSeparator(), breaches));
        }
    }
}
