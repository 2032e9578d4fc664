package io.trainyard.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiringViolationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "timers: true|timer: true|timer|unknown key.",
                "timers: true|timers: yes please|timers|must be true or false.",
                "service: training|service: trainer|service|'trainer' is not the folder's name.",
                "max-receives: 5|max-receives: 0|queue.max-receives|must be a whole number, not 0.",
                "batch: 2|batch: 11|queue.batch|must be a whole number, not 11.",
                "batch: 2|bach: 2|queue.bach|unknown key.",
                "batch: 2|batch: 2, window: 301|queue.window|must be a whole number, not 301.",
                "batch: 2|batch: 2, window: 150|queue.visibility|a message would come back while the function still works on it.",
                "visibility: 180|visibility: 30|queue.visibility|a message would come back while the function still works on it.",
                "memory: 256|memory: 64|function.memory|must be a whole number, not 64.",
                "memory: 256, ||function.memory|is missing.",
                "function: |functions: |function|is missing.",
                "queue: {visibility: 180, max-receives: 5, batch: 2}|#|queue|is missing.",
                "[training-started, |[Training_Started, |says[0]|'Training_Started' is not allowed here.",
                "[training-started, |[training-completed, |says[1]|'training-completed' is there twice.",
                "iam:PassRole|PassRole|may[1]|'PassRole' is not allowed here.",
                "[claims, |[Claims, |state[0]|'Claims' is not a table's name.",
                "partition: day|key: day|state[1].indexes[0].key|unknown key.",
                "partition: day, ||state[1].indexes[0].partition|is missing.",
                "holds: [name]|holds: name|state[1].indexes[0].holds|must be a list.",
                "holds: [name]|holds: [a-b]|state[1].indexes[0].holds[0]|'a-b' is not allowed here.",
                "bus: default|bus: other|hears[2].bus|'other' is no bus.",
                "[aws.sagemaker]|[aws.s3]|hears[2].source|only SageMaker is heard there.",
                "[job-cancel-requested]|job-cancel-requested|hears[1].detail-type|a pattern ends in a list of one or more values.",
                "[job-cancel-requested]|[job-requested, job-failed]|hears[1].detail-type|job-requested comes from anybody, its neighbours here only from us.",
                "detail-type: [job-cancel-requested]|source: [trainyard.jobs]|hears[1].source|is added to every rule on our own bus.",
                "detail-type: [job-cancel-requested]|{}|hears[1]|hears everything.",
                "timers: true|drains: the bath|drains|'the bath' cannot be drained.",
                "~timers: true~|~routes: [\"GET /x for operate\"]~|hears|an HTTP service hears no events.",
                "~timers: true~|~routes: [\"FETCH /x for operate\"]~|routes[0]|'FETCH /x for operate' is not allowed here.",
                "~timers: true~|~routes: [\"GET /x\"]~|routes[0]|'GET /x' is not allowed here.",
            })
    void namesTheField(String written, String instead, String field, String problem) {
        var replaced = ServiceFiles.TRAINING.replace(written, instead == null ? "" : instead);

        assertThat(violations("training", replaced)).anySatisfy(violation -> {
            assertThat(violation.file()).isEqualTo("training/service.yaml");
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.problem()).isEqualTo(problem);
            assertThat(violation.fix()).isNotBlank();
        });
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var wrong = ServiceFiles.TRAINING.replace("batch: 2", "batch: 99").replace("memory: 256", "memory: 1");

        assertThat(violations("training", wrong))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("queue.batch", "function.memory");
    }

    @Test
    void saysHowToWriteThePrefixInsideBraces() {
        var unquoted = ServiceFiles.TRAINING.replace("\"${prefix}-\"", "${prefix}");

        assertThat(violations("training", unquoted))
                .singleElement()
                .satisfies(violation -> assertThat(violation.fix()).contains("\"${prefix}\" with its quotes"));
    }

    @Test
    void refusesAKindThatTwoServicesTake() {
        files().with("training", ServiceFiles.TRAINING);

        assertThat(violations("second", ServiceFiles.TRAINING.replace("service: training", "service: second")))
                .extracting(Violation::toString)
                .containsExactly("training/service.yaml: hears: step kind 'training' is taken by second already."
                        + " Fix: let exactly one service take it.");
    }

    @Test
    void refusesToReadATableThatNobodyOwns() {
        files().with("training", ServiceFiles.TRAINING);

        assertThat(violations("jobs", ServiceFiles.JOBS.replace("training.claims", "training.claim")))
                .extracting(Violation::problem)
                .containsExactly("no service owns 'training.claim'.");
    }

    private java.util.List<Violation> violations(String service, String yaml) {
        var files = files().with(service, yaml);
        return catchThrowableOfType(WiringException.class, files::load).violations();
    }

    private ServiceFiles files() {
        return new ServiceFiles(folder);
    }
}
