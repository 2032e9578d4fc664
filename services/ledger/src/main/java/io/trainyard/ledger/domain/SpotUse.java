package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.SpotReport;
import io.trainyard.events.TrainingCompleted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What spot capacity did for a step.
 *
 * @param used whether the newest attempt runs on it
 * @param trainingSeconds how long it trained; null before its end
 * @param savedSeconds those of them that are not billed
 * @param savedPercent what that saves of the price on-demand
 * @param savedUsd the same in money, on all instances; null before its end and for a type without a price
 * @param price at which price, or that none is known, for people; null before its end
 * @param interruptions how often its instance was reclaimed
 * @param lastCheckpointAt when its newest checkpoint was written; null where there is none
 * @param warning what is wrong with its checkpoints; null where nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpotUse(
        boolean used,
        @Nullable Long trainingSeconds,
        @Nullable Long savedSeconds,
        @Nullable Long savedPercent,
        @Nullable BigDecimal savedUsd,
        @Nullable String price,
        @Nullable Integer interruptions,
        @Nullable Instant lastCheckpointAt,
        @Nullable String warning) {

    static SpotUse running(boolean onSpot) {
        return new SpotUse(onSpot, null, null, null, null, null, null, null, null);
    }

    /**
     * Null where nothing was ever told of spot.
     *
     * @param instances on how many it trained: AWS tells the time of one
     */
    static @Nullable SpotUse of(TrainingCompleted completed, int instances, @Nullable SpotUse before) {
        SpotReport report = completed.spot();
        if (report == null) {
            return before;
        }
        long saved = Math.max(0, report.trainingSeconds() - completed.billableSeconds());
        String type = completed.instanceType();
        return new SpotUse(
                true,
                report.trainingSeconds(),
                saved,
                Math.round(100.0 * saved / Math.max(1, report.trainingSeconds())),
                OnDemandPrices.KNOWN.cost(type, saved * instances).orElse(null),
                OnDemandPrices.KNOWN.words(type),
                report.interruptions(),
                report.lastCheckpointAt(),
                report.warning());
    }

    /** What an hour of training costs on-demand, from a dated table of some types; its file names the sources. */
    static final class OnDemandPrices {

        /** The table that comes with the service. */
        static final OnDemandPrices KNOWN = read("/on-demand-prices.properties");

        private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

        /** A saving may be far below a cent. */
        private static final int DIGITS = 4;

        private final Properties table;

        private OnDemandPrices(Properties table) {
            this.table = table;
        }

        /** What so many seconds of one instance cost, in USD; empty for a type without a price. */
        Optional<BigDecimal> cost(String instanceType, long seconds) {
            return perHour(instanceType)
                    .map(price ->
                            price.multiply(BigDecimal.valueOf(seconds)).divide(HOUR, DIGITS, RoundingMode.HALF_UP));
        }

        /** Which price was taken, or that there is none, for people. */
        String words(String instanceType) {
            return perHour(instanceType)
                    .map(price -> price + " USD an hour on-demand in " + table.getProperty("region") + " as of "
                            + table.getProperty("as-of"))
                    .orElse("no on-demand price is known for " + instanceType);
        }

        private Optional<BigDecimal> perHour(String instanceType) {
            return instanceType.startsWith("ml.")
                    ? Optional.ofNullable(table.getProperty(instanceType)).map(BigDecimal::new)
                    : Optional.empty();
        }

        private static OnDemandPrices read(String resource) {
            var table = new Properties();
            try (InputStream file = OnDemandPrices.class.getResourceAsStream(resource)) {
                if (file == null) {
                    throw new IllegalStateException(resource + " is not on the class path");
                }
                table.load(file);
                return new OnDemandPrices(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
