package io.trainyard.ledger.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.lambda.PackedAttribute;
import io.trainyard.ledger.app.Books;
import io.trainyard.ledger.app.BooksContract;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoBooksTest extends BooksContract {

    private static final String TABLE = "records";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = tables(folder);
    }

    Tables tables(Path where) {
        return LocalTables.open(where);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Books books() {
        return new DynamoBooks(tables.client(), tables.table("ledger", TABLE));
    }

    @Override
    protected Books again(Books books) {
        return new DynamoBooks(tables.client(), TABLE);
    }

    @Override
    protected String statusOf(Books books, String jobId) {
        return item().get("status").s();
    }

    /** What the jobs API and the command line read. */
    @Test
    void writesADocumentOfTheShapeThatTheReadmeTells() {
        var ledger = new Ledger(
                books(), events -> {}, Clock.fixed(Story.START.plusSeconds(900), ZoneOffset.UTC), Measures.NONE);
        new Story(1).whole().forEach(event -> ledger.hear(event, "trainyard.training"));

        Map<String, AttributeValue> item = item();
        assertThat(item.get("listing").s()).isEqualTo("jobs");
        assertThat(item.get("name").s()).isEqualTo("penguins");
        assertThat(item.get("ended").s()).isEqualTo("READY");
        assertThat(item.get("createdAt").s()).isEqualTo("2026-11-25T10:00:00.000000000Z");
        JsonNode document = Json.tree(PackedAttribute.text(item.get("document")));
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "jobId",
                        "name",
                        "status",
                        "run",
                        "requestedBy",
                        "createdAt",
                        "updatedAt",
                        "until",
                        "history",
                        "artifacts",
                        "plan",
                        "steps",
                        "billableSeconds",
                        "events");
        assertThat(document.at("/history/0"))
                .isEqualTo(Json.tree("{\"status\": \"TRAINING_MODEL\", \"at\": \"2026-11-25T10:00:00Z\", \"run\": 1}"));
        assertThat(document.at("/artifacts/endpointArn").asText()).isEqualTo(Story.ENDPOINT_ARN);
        assertThat(item.get("endpointArn").s()).isEqualTo(Story.ENDPOINT_ARN);
        assertThat(document.at("/events/1/source").asText()).isEqualTo("trainyard.training");
        assertThat(document.at("/events/1/attempt").asInt()).isEqualTo(1);
        assertThat(document.at("/steps/0/metrics/validation:accuracy").asDouble())
                .isEqualTo(0.97);
    }

    private Map<String, AttributeValue> item() {
        return tables.client()
                .getItem(request -> request.tableName(TABLE).key(Map.of("pk", fromS(Story.JOB), "sk", fromS("record"))))
                .item();
    }
}
