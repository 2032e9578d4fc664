package io.trainyard.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.output.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final PriceTable PRICES = PriceTable.read();

    @Test
    void multipliesWhatOneJobUsedByThePriceOfAMillion() {
        var bill = new Bill(
                PRICES,
                new Used(Map.of(
                        "events published job-requested", 2.0,
                        "sqs sends ty-local-training", 10.0,
                        "sqs deletes ty-local-ledger", 5.0,
                        "lambda gb-seconds ty-local-training", 0.5,
                        "dynamodb write-units ty-local-training-claims", 8.0)));

        assertThat(bill.text())
                .containsPattern("events published, per 64 KB +\\| 2 +\\| \\$1.00 per 1,000,000 +\\| 2.00 ")
                .containsPattern("requests to queues +\\| 15 +\\| \\$0.40 per 1,000,000 +\\| 6.00 ")
                .containsPattern("GB-seconds of functions +\\| 0.50 +\\| \\$0.0000133334 +\\| 6.67 ")
                .containsPattern("= events, queues and functions +\\|.+ 14.67 +\\| 33.00 \\| met ")
                .containsPattern("= with DynamoDB +\\|.+ 19.67 +\\| 60.00 \\| met ")
                .contains("requests to queues: sends ty-local-training 10, deletes ty-local-ledger 5");
        assertThat(bill.isWithinBounds()).isTrue();
    }

    @Test
    void aMissedBoundIsSaid() {
        var bill = new Bill(PRICES, new Used(Map.of("events published job-requested", 34.0)));

        assertThat(bill.isWithinBounds()).isFalse();
        assertThat(bill.text()).containsPattern("= events, queues and functions .+ 34.00 +\\| 33.00 \\| missed");
    }

    @Test
    void everyPriceSaysWhereItIsFrom() {
        assertThat(PRICES.prices()).allSatisfy(price -> {
            assertThat(price.source()).startsWith("https://aws.amazon.com/");
            assertThat(price.counts()).isNotEmpty();
            assertThat(price.per()).isPositive();
            assertThat(price.dollars()).isPositive();
        });
    }

    @Test
    void onlyWhatCameOnTopCounts() throws Exception {
        Used before = Used.of(Json.read("""
                {"usage": [{"service": "sqs", "what": "sends", "of": "a", "amount": 3}]}"""));
        Used after = Used.of(Json.read("""
                {"usage": [{"service": "sqs", "what": "sends", "of": "a", "amount": 7},
                           {"service": "sqs", "what": "sends", "of": "b", "amount": 2},
                           {"service": "sqsx", "what": "sends", "of": "b", "amount": 2}]}"""));

        Used each = after.since(before, 2);

        assertThat(each.only("sqs sends").amounts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("sqs sends a", 2.0, "sqs sends b", 1.0));
        assertThat(each.only("sqs").sum()).isEqualTo(3);
    }
}
