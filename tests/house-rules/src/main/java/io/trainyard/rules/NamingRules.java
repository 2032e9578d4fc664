package io.trainyard.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;

/** Names say what a class is for. */
public final class NamingRules {

    private static final Set<String> EMPTY_WORDS =
            Set.of("Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Base", "Common");

    private NamingRules() {}

    /** No name holds a word that fits every class. */
    public static ArchRule namesSayWhatAClassIsFor() {
        return noClasses()
                .should(be(DescribedPredicate.describe(
                        "named Manager, Helper, Util, Impl, Base or Common", NamingRules::saysNothing)))
                .because("such a name fits every class; name what it does in the words of the field:"
                        + " ports are nouns (TrainingRuns), adapters put the technology first (DynamoTrainingRuns),"
                        + " use cases are verbs (LaunchTraining)");
    }

    private static boolean saysNothing(JavaClass type) {
        return Arrays.stream(type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])"))
                .anyMatch(EMPTY_WORDS::contains);
    }
}
