package io.trainyard.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Ruler;

class PatternsTest {

    private static final Deployment HERE = new Deployment("local", "123456789012", "eu-west-1");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "job-cancel-requested, trainyard.jobs,   123456789012, true",
        "job-cancel-requested, acme.orders,      123456789012, false",
        "job-cancel-requested, trainyard.jobs,   999999999999, false",
        "job-failed,           trainyard.ledger, 123456789012, false",
    })
    void believesOnlyOurServicesInOurAccount(String type, String source, String account, boolean heard)
            throws Exception {
        assertThat(heard("training", 1, event(type, source, account, ""))).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.orders,        123456789012, true",
        "trainyard.jobs,     123456789012, true",
        "trainyard.training, 123456789012, false",
        "trainyard.,         123456789012, false",
        "trainyard.jobs.x,   123456789012, false",
        "acme.orders,        999999999999, false",
    })
    void letsAnybodyInTheAccountRequestAJobUnlessTheyLookLikeUs(String source, String account, boolean heard)
            throws Exception {
        assertThat(heard("intake", 0, event("job-requested", source, account, "")))
                .isEqualTo(heard);
    }

    @Test
    void passesReplaysToTheLedgerOnly() throws Exception {
        var replayed = event("job-cancel-requested", "trainyard.jobs", "123456789012", "\"replay-name\": \"r\",");

        assertThat(heard("training", 1, replayed)).isFalse();
        assertThat(heard("ledger", 1, replayed)).isTrue();
    }

    @Test
    void hearsSageMakerAboutOurNamesOnly() throws Exception {
        var ours = event("SageMaker Training Job State Change", "aws.sagemaker", "123456789012", "");

        assertThat(heard("training", 2, ours)).isTrue();
        assertThat(heard("training", 2, ours.replace("ty-local-", "ty-other-"))).isFalse();
        assertThat(heard("training", 2, ours.replace("aws.sagemaker", "acme"))).isFalse();
    }

    private boolean heard(String service, int rule, String event) throws Exception {
        var yaml = service.equals("intake") ? ServiceFiles.INTAKE : ServiceFiles.TRAINING;
        var wiring = new ServiceFiles(folder)
                .with(
                        service,
                        yaml.replace("service: training", "service: " + service)
                                .replace("[training]", "[" + service + "]"))
                .load();
        var pattern = Patterns.complete(
                service, wiring.service(service).orElseThrow().hears().get(rule), HERE);
        return Ruler.matchesRule(event, pattern.toString());
    }

    private static String event(String type, String source, String account, String more) {
        return """
                {"version": "0", "id": "1", "detail-type": "%s", "source": "%s", "account": "%s", %s
                 "detail": {"TrainingJobName": "ty-local-j1-train-1-1", "TrainingJobStatus": "Completed"}}""".formatted(type, source, account, more);
    }
}
