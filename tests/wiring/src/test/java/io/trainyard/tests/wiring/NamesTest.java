package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventType;
import io.trainyard.wiring.Bus;
import io.trainyard.wiring.Rule;
import io.trainyard.wiring.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names in the files are names that exist. */
class NamesTest {

    /** What SageMaker sends to the default bus: docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html. */
    private static final Set<String> OF_SAGEMAKER = Set.of(
            "SageMaker Training Job State Change",
            "SageMaker HyperParameter Tuning Job State Change",
            "SageMaker Transform Job State Change",
            "SageMaker Endpoint State Change",
            "SageMaker Endpoint Deployment State Change",
            "SageMaker Processing Job State Change");

    @Test
    void whatIsSaidIsInTheCatalogue() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            assertThat(service.says())
                    .doesNotHaveDuplicates()
                    .allSatisfy(event -> assertThat(EventType.named(event))
                            .as("%s/service.yaml says %s, which is not in EventType", service.name(), event)
                            .isPresent());
        }
    }

    @Test
    void whatIsHeardByNameIsInTheCatalogueOrSageMakers() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            for (Rule rule : service.hears()) {
                for (String name : texts(rule.pattern().path("detail-type"))) {
                    assertThat(rule.bus() == Bus.OWN ? EventType.named(name).isPresent() : OF_SAGEMAKER.contains(name))
                            .as("%s/service.yaml hears %s, which nobody says", service.name(), name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsHeardOfSageMakerNamesOurPrefixInFull() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            for (Rule rule : service.hears()) {
                if (rule.bus() == Bus.DEFAULT) {
                    assertThat(rule.pattern().toString())
                            .as("%s/service.yaml must not hear another deployment's resources", service.name())
                            .contains("\"prefix\":\"${prefix}-\"");
                }
            }
        }
    }

    @Test
    void everyEventIsSaidByOneServiceOnly() {
        for (EventType type : EventType.values()) {
            List<String> sayers = Checkout.wiring().services().stream()
                    .filter(service -> service.says().contains(type.eventName()))
                    .map(ServiceDescription::name)
                    .toList();
            assertThat(sayers).as("who says %s", type.eventName()).hasSizeLessThanOrEqualTo(most(type));
        }
    }

    /** Any launching service may meet a wide fan-out, a missing slot or missing capacity; all else has one author. */
    private static int most(EventType type) {
        return switch (type) {
            case STEP_RELEASED, JOB_DELAYED, CAPACITY_ERROR ->
                Checkout.wiring().services().size();
            default -> 1;
        };
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
