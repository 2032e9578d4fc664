package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's list prices, without any free tier: {@code prices.json}.
 *
 * @param title of which region and when
 */
record PriceTable(String title, List<Price> prices) {

    private static final String FILE = "prices.json";

    PriceTable {
        prices = List.copyOf(prices);
    }

    static PriceTable read() {
        try (var file = PriceTable.class.getResourceAsStream(FILE)) {
            return of(Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static PriceTable of(JsonNode table) {
        List<Price> prices = new ArrayList<>();
        table.path("prices").forEach(entry -> prices.add(Price.of(entry)));
        String title = "AWS's list prices of %s (%s functions) as of %s, without the free tier"
                .formatted(
                        table.path("region").asText(),
                        table.path("architecture").asText(),
                        table.path("date").asText());
        return new PriceTable(title, prices);
    }
}
