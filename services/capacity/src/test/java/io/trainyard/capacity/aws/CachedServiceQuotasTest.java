package io.trainyard.capacity.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.capacity.app.Quotas;
import io.trainyard.capacity.app.QuotasContract;
import io.trainyard.capacity.domain.Rung;
import io.trainyard.fakes.LocalQuotas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedServiceQuotasTest extends QuotasContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Rung RUNG = new Rung(SHORT, false);

    @TempDir
    Path folder;

    private LocalQuotas account;

    @BeforeEach
    void open() {
        account = LocalQuotas.open(folder, List.of(SHORT, AMPLE));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Override
    protected Quotas quotas() {
        return new CachedServiceQuotas(account.client(), Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofHours(1));
    }

    @Override
    protected void limit(String kind, int most) {
        account.limit(kind.equals("endpoint") ? "CreateEndpoint" : "CreateTrainingJob", SHORT, most);
    }

    @Test
    void remembersWhatItHasReadForItsTime() {
        var remembering = quotas();
        assertThat(remembering.allow("training", RUNG, 1)).isTrue();
        limit("training", 0);
        assertThat(remembering.allow("training", RUNG, 1)).isTrue();
        assertThat(quotas().allow("training", RUNG, 1)).isFalse();
    }

    @Test
    void allowsEverythingWhereTheQuotasCannotBeRead() {
        var unread = quotas();
        limit("training", 0);
        account.close();
        assertThat(unread.allow("training", RUNG, 1)).isTrue();
    }
}
