package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventType;
import io.trainyard.events.ReleasingFact;
import io.trainyard.wiring.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Patterns match exactly the samples that they should, and nothing that is forged, foreign or replayed. */
class WhoHearsTest {

    /** The one service that hears everything: it keeps the record, and no step waits for it. */
    private static final String RECORD = "ledger";

    /** Of an event of no known name nothing is known to release or to end anything. */
    private static final JsonNode BARE = Checkout.golden(EventType.JOB_CANCEL_REQUESTED);

    private static final Ears EARS = new Ears();

    @Test
    void everySampleIsHeardByExactlyTheServicesOfTheReviewedMatrix() {
        Checkout.check(Checkout.RESOURCES.resolve("who-hears-what.txt"), matrix());
    }

    @Test
    void eachStepKindIsHeardByExactlyOneService() {
        Map<String, String> owners = Checkout.wiring().serviceOfKind();
        assertThat(owners).isNotEmpty();
        for (EventType type : EventType.values()) {
            for (Envelope event : SampleEvents.of(type)) {
                owners.forEach((kind, owner) -> {
                    if (event.label().endsWith("next " + kind)) {
                        assertThat(launching(event)).as(event.label()).containsExactly(owner);
                    }
                });
            }
        }
    }

    @Test
    void aFinishedStepThatReleasesNothingStartsNothing() {
        for (Envelope event : SampleEvents.all()) {
            if (!isReleasing(event)) {
                continue;
            }
            if (event.label().endsWith("nothing released") || event.label().endsWith("end")) {
                assertThat(launching(event)).as(event.label()).isEmpty();
            }
        }
    }

    @Test
    void everyLaunchingServiceHearsThatARunIsOverOrCancelled() {
        Set<String> launching = new TreeSet<>(Checkout.wiring().serviceOfKind().values());
        for (Envelope event : SampleEvents.all()) {
            if (event.label().endsWith(" over") || event.detailType().equals("job-cancel-requested")) {
                assertThat(EARS.hearing(event)).as(event.label()).containsAll(launching);
            }
        }
    }

    @Test
    void aForgedSourceStartsNothing() {
        List<String> forged = List.of(
                "com.example.lab",
                "trainyard",
                "trainyardx.jobs",
                "xtrainyard.jobs",
                "Trainyard.jobs",
                "aws.sagemaker",
                "");
        for (Envelope event : SampleEvents.all()) {
            if (event.detailType().equals("job-requested")) {
                continue;
            }
            for (String source : forged) {
                assertThat(EARS.hearing(event.from(source)))
                        .as("%s from '%s'", event.label(), source)
                        .isEmpty();
            }
        }
    }

    @Test
    void aRequestUnderASourceOfOursIsBelievedFromTheJobsApiOnly() {
        Envelope request = SampleEvents.of(EventType.JOB_REQUESTED).getFirst();

        assertThat(EARS.hearing(request)).contains("intake");
        assertThat(EARS.hearing(request.from("trainyard.jobs"))).contains("intake");
        assertThat(EARS.hearing(request.from("trainyard.training"))).doesNotContain("intake");
        assertThat(EARS.hearing(request.from("trainyard.jobs.x"))).doesNotContain("intake");
    }

    @Test
    void aForeignAccountStartsNothing() {
        Stream.concat(SampleEvents.all().stream(), SageMakerEvents.ours().stream())
                .forEach(event -> assertThat(EARS.hearing(event.inAccount("999999999999")))
                        .as(event.label())
                        .isEmpty());
    }

    @Test
    void anEventOfOursOnTheDefaultBusStartsNothing() {
        SampleEvents.all()
                .forEach(event -> assertThat(EARS.hearing(event.on(Bus.DEFAULT)))
                        .as(event.label())
                        .isEmpty());
    }

    @Test
    void aNameThatIsNotInTheCatalogueReachesTheRecordAtMost() {
        for (Envelope event : SampleEvents.all()) {
            var unknown = new Envelope(
                    event.label(), event.bus(), "job-renamed", event.source(), event.account(), BARE, false);
            assertThat(EARS.hearing(unknown)).as(event.label()).isSubsetOf(RECORD);
        }
    }

    @Test
    void aReplayReachesTheRecordOnly() {
        Stream.concat(SampleEvents.all().stream(), Stream.of(requestOfTheApi()))
                .forEach(event -> assertThat(EARS.hearing(event.replay()))
                        .as(event.label())
                        .isSubsetOf(RECORD));
    }

    @Test
    void nobodyHearsSageMakerAboutNamesThatAreNotOurs() {
        SageMakerEvents.foreign()
                .forEach(event -> assertThat(EARS.hearing(event))
                        .as("%s of %s", event.label(), event.detail())
                        .isEmpty());
    }

    /** One line per sample: who hears it. */
    private static String matrix() {
        Map<String, String> lines = new TreeMap<>();
        var samples = new ArrayList<>(SampleEvents.all());
        samples.add(requestOfTheApi());
        samples.addAll(SageMakerEvents.ours());
        samples.forEach(event -> lines.put(event.label(), String.join(" ", EARS.hearing(event))));
        return "# Who hears what. Generated from the service.yaml files and the golden events; review every difference.\n"
                + lines.entrySet().stream()
                        .map(line -> ("%-52s -> %s".formatted(line.getKey(), line.getValue())).stripTrailing())
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Envelope requestOfTheApi() {
        Envelope request = SampleEvents.of(EventType.JOB_REQUESTED).getFirst().from("trainyard.jobs");
        return Envelope.ours("job-requested by jobs", request.detailType(), request.source(), request.detail());
    }

    private static boolean isReleasing(Envelope event) {
        return EventType.named(event.detailType())
                .filter(type -> ReleasingFact.class.isAssignableFrom(type.fact()))
                .isPresent();
    }

    private static Set<String> launching(Envelope event) {
        var services = new TreeSet<>(EARS.hearing(event));
        services.retainAll(Checkout.wiring().serviceOfKind().values());
        return services;
    }
}
