package io.trainyard.notices.app;

import io.trainyard.events.Event;
import io.trainyard.notices.domain.Notice;
import io.trainyard.notices.domain.Wording;
import io.trainyard.steps.app.LeaseHeld;
import io.trainyard.steps.domain.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Tells people what they have to act on, once per event. A second copy goes out only when a kill falls between publishing and
 * marking; it carries the same id.
 */
public final class Notices {

    private final Claims claims;
    private final Topic topic;
    private final Wording wording;
    private final Clock clock;
    private final Duration lease;
    private final Supplier<String> owners;

    /**
     * @param lease how long one handler may take to publish
     * @param owners draws a new name for each claim
     */
    public Notices(Claims claims, Topic topic, Wording wording, Clock clock, Duration lease, Supplier<String> owners) {
        this.claims = claims;
        this.topic = topic;
        this.wording = wording;
        this.clock = clock;
        this.lease = lease;
        this.owners = owners;
    }

    /**
     * An event of ours. May come again, in any order, to several handlers at once.
     *
     * @throws LeaseHeld where another handler is sending the notice just now
     */
    public void hear(Event event) {
        wording.of(event).ifPresent(this::send);
    }

    private void send(Notice notice) {
        var mine = new Lease(owners.get(), clock.instant().plus(lease));
        switch (claims.claim(notice.id(), mine, clock.instant())) {
            case MINE -> {
                topic.publish(notice);
                claims.sent(notice.id());
            }
            case HELD -> throw new LeaseHeld("notice " + notice.id() + " is being sent by another handler");
            case SENT -> {
                // A second copy of the event.
            }
        }
    }
}
