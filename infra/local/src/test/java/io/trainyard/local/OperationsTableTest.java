package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.apimodel.ModelCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of operations in the docs is what a running account says of itself; written with trainyard.regenerate. */
class OperationsTableTest {

    private static final Map<String, String> MODELS = Map.of(
            "dynamodb", "dynamodb-2012-08-10-model.json",
            "events", "events-2015-10-07-model.json",
            "sagemaker", "api.sagemaker-2017-07-24-model.json",
            "sagemaker-runtime", "runtime.sagemaker-2017-05-13-model.json",
            "servicequotas", "service-quotas-2019-06-24-model.json",
            "scheduler", "scheduler-2021-06-30-model.json",
            "sns", "sns-2010-03-31-model.json",
            "sqs", "sqs-2012-11-05-model.json");
    private static final String COMMAND = "./trainyard mvn -pl infra/local -am test -Dtest=OperationsTableTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtrainyard.regenerate=true";

    @TempDir
    Path folder;

    @Test
    void isWhatTheAccountSays() throws IOException {
        var table = new StringBuilder("""
                # What the local account has of AWS

                Generated from what a running account answers at `/_trainyard/operations`; do not edit. An operation that AWS has and
                this table has not is refused by its name. Requests to services with a total are checked against AWS's own API model.

                | service | of AWS's | operations |
                |---|---|---|
                """);
        operations().properties().forEach(service -> table.append(row(service)));

        var file = checkout().resolve("docs/local-account/operations.md");
        if (Boolean.getBoolean("trainyard.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
        }
        assertThat(file)
                .as("docs/local-account/operations.md is stale; run %s", COMMAND)
                .hasContent(table.toString());
    }

    @Test
    void namesOnlyOperationsThatAwsHas() throws IOException {
        var said = operations();
        MODELS.forEach((service, file) -> {
            var known = ModelCases.operations(ModelCases.model(file));
            said.path(service).forEach(name -> assertThat(known).as(service).contains(name.asText()));
        });
    }

    private static String row(Map.Entry<String, JsonNode> service) {
        var names = new TreeSet<String>();
        service.getValue().forEach(name -> names.add(name.asText()));
        var model = MODELS.get(service.getKey());
        var total = model == null
                ? names.size() + ""
                : names.size() + " of "
                        + ModelCases.operations(ModelCases.model(model)).size();
        return "| " + service.getKey() + " | " + total + " | " + String.join(", ", names) + " |\n";
    }

    private JsonNode operations() throws IOException {
        try (var account = RunningAccount.start(AccountOptions.in(folder))) {
            return new ObjectMapper()
                    .readTree(
                            account.endpoint().resolve("/_trainyard/operations").toURL());
        }
    }

    private static Path checkout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(place -> Files.isRegularFile(place.resolve("trainyard")))
                .findFirst()
                .orElseThrow();
    }
}
