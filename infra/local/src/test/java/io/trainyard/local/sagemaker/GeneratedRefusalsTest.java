package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.apimodel.ModelCase;
import io.trainyard.local.apimodel.ModelCases;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every constraint of AWS's model of every operation there is, broken once: a new constraint is a new case. */
class GeneratedRefusalsTest {

    private static final JsonNode MODEL = ModelCases.model("api.sagemaker-2017-07-24-model.json");

    @TempDir
    Path home;

    TestAccount account;

    @BeforeEach
    void open() throws IOException {
        account = new TestAccount(home);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void refusesEveryBrokenConstraintInAwsWords() throws IOException {
        Map<ModelCase.Kind, Integer> counts = new EnumMap<>(ModelCase.Kind.class);
        List<String> wrong = new ArrayList<>();
        for (String operation : account.part.operations()) {
            List<ModelCase> cases = ModelCases.of(MODEL, operation);
            assertThat(cases).as(operation).isNotEmpty();
            for (ModelCase each : cases) {
                counts.merge(each.kind(), 1, Integer::sum);
                String answer = account.raw(operation, new String(Json.bytes(each.input()), StandardCharsets.UTF_8));
                JsonNode said = Json.read(answer.substring(4).getBytes(StandardCharsets.UTF_8));
                if (!answer.startsWith("400 ")
                        || !said.path("__type").asText().equals(each.error())
                        || !said.path("message").asText().contains(each.says())) {
                    wrong.add(operation + " " + each.kind() + " at " + each.path() + ": wanted " + each.says()
                            + " but got " + answer.substring(0, Math.min(600, answer.length())));
                }
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "generated cases: %d over %d operations %s%n",
                all, account.part.operations().size(), counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.keySet()).isEqualTo(Set.of(ModelCase.Kind.values()));
    }
}
