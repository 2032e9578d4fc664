package io.trainyard.local.apimodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ModelCasesTest {

    private static final String MODEL = """
            {"operations": {"Name": {"input": {"shape": "Request"}}},
             "shapes": {"Request": {"type": "structure", "required": ["Who"], "members": {"Who": {"shape": "Who"}}},
                        "Who": {"type": "string"}}}""";

    @Test
    void hasACaseMoreForEachConstraintMore() throws Exception {
        JsonNode model = new ObjectMapper().readTree(MODEL);
        assertThat(ModelCases.of(model, "Name"))
                .extracting(ModelCase::kind)
                .containsExactly(ModelCase.Kind.WRONG_TYPE, ModelCase.Kind.MISSING);

        ((ObjectNode) model.at("/shapes/Who")).put("max", 3).put("pattern", "[a-z]*");

        assertThat(ModelCases.of(model, "Name"))
                .extracting(ModelCase::kind, ModelCase::says)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                ModelCase.Kind.TOO_LONG,
                                "Value 'aaaa' at 'who' failed to satisfy constraint: Member must have length less than or equal to 3"),
                        org.assertj.core.groups.Tuple.tuple(
                                ModelCase.Kind.WRONG_PATTERN,
                                "Value '!' at 'who' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]*"))
                .hasSize(4);
    }
}
