package io.trainyard.notices.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.notices.app.Claims.Claim;
import io.trainyard.steps.domain.Lease;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of claims has to do; run on the fake and on the adapter. */
public abstract class ClaimsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Lease FIRST = new Lease("first", NOON.plusSeconds(90));
    private static final Lease SECOND = new Lease("second", NOON.plusSeconds(200));

    /** An empty store. */
    protected abstract Claims claims();

    @Test
    void givesANoticeToOneOwnerAtATime() {
        Claims claims = claims();
        assertThat(claims.claim("n1", FIRST, NOON)).isEqualTo(Claim.MINE);
        assertThat(claims.claim("n1", SECOND, NOON.plusSeconds(89))).isEqualTo(Claim.HELD);
        assertThat(claims.claim("n2", SECOND, NOON)).isEqualTo(Claim.MINE);
    }

    @Test
    void givesItToTheNextWhenTheLeaseIsOver() {
        Claims claims = claims();
        claims.claim("n1", FIRST, NOON);
        assertThat(claims.claim("n1", SECOND, NOON.plusSeconds(90))).isEqualTo(Claim.MINE);
        assertThat(claims.claim("n1", FIRST, NOON.plusSeconds(91))).isEqualTo(Claim.HELD);
    }

    @Test
    void givesItToNobodyOnceItIsSent() {
        Claims claims = claims();
        claims.claim("n1", FIRST, NOON);
        claims.sent("n1");
        assertThat(claims.claim("n1", SECOND, NOON.plusSeconds(500))).isEqualTo(Claim.SENT);
    }
}
