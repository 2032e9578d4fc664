package io.trainyard.deadletters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.deadletters.app.LettersContract;
import io.trainyard.fakes.LocalTables;
import io.trainyard.fakes.Tables;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Deed;
import io.trainyard.letters.domain.Replay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The contract on the adapter, against the local account's DynamoDB. */
class DynamoLettersTest extends LettersContract {

    private static final String TABLE = "letters";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = tables(folder);
        tables.client()
                .createTable(request -> request.tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(
                                key -> key.attributeName("pk").keyType(KeyType.HASH),
                                key -> key.attributeName("sk").keyType(KeyType.RANGE))
                        .attributeDefinitions(List.of("pk", "sk", "fingerprint", "parkedAt").stream()
                                .map(name ->
                                        software.amazon.awssdk.services.dynamodb.model.AttributeDefinition.builder()
                                                .attributeName(name)
                                                .attributeType(ScalarAttributeType.S)
                                                .build())
                                .toList())
                        .globalSecondaryIndexes(index -> index.indexName("open")
                                .projection(all -> all.projectionType(ProjectionType.ALL))
                                .keySchema(
                                        key -> key.attributeName("fingerprint").keyType(KeyType.HASH),
                                        key -> key.attributeName("parkedAt").keyType(KeyType.RANGE))));
    }

    Tables tables(Path where) {
        return LocalTables.open(where);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Override
    protected Letters letters() {
        return new DynamoLetters(tables.client(), TABLE);
    }

    @Test
    void keepsReplaysAndTheAuditBesideThem() {
        var replays = new DynamoReplays(tables.client(), TABLE);
        var audit = new DynamoAudit(tables.client(), TABLE);
        var replay = new Replay("r1", "all", "ann", NOON, 50, 3, List.of("f1", "f2"), null);

        replays.write(replay);
        assertThat(replays.find("r1")).contains(replay);
        assertThat(replays.find("r2")).isEmpty();
        assertThat(replays.done("r1")).isZero();
        replays.write(replay.ended(NOON));
        assertThat(replays.find("r1").orElseThrow().over()).isTrue();

        var running = new Deed("r1", NOON, "ann", "replay", "all", "running");
        var later = new Deed("d2", NOON.plusSeconds(1), "bob", "edit", "letter x", "body");
        audit.write(running);
        audit.write(later);
        var ended = new Deed("r1", NOON, "ann", "replay", "all", "3 of 3 replayed");
        audit.write(ended);
        assertThat(audit.newest(9)).containsExactly(later, ended);
        assertThat(audit.newest(1)).containsExactly(later);
    }
}
