package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.wiring.QueueSettings;
import io.trainyard.wiring.ServiceDescription;
import org.junit.jupiter.api.Test;

/** Queues give a message the time and the tries that the protocol asks for. */
class QueuesTest {

    private static final int DAY = 86_400;

    @Test
    void deadLettersAreKeptLongerThanTheirQueuesKeepThem() {
        assertThat(QueueSettings.DEAD_LETTER_RETENTION)
                .as(
                        "SQS counts from the first sending: what dies on its queue's last day still needs time for a person")
                .isGreaterThanOrEqualTo(QueueSettings.RETENTION + 7 * DAY)
                .isLessThanOrEqualTo(14 * DAY);
    }

    @Test
    void aServiceThatHearsOrSetsTimersHasAQueue() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            if (!service.hears().isEmpty() || service.timers()) {
                assertThat(service.queue()).as(service.name()).isPresent();
            }
        }
    }

    @Test
    void aMessageIsTriedMoreThanOnceAndNotForDays() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            service.queue().ifPresent(queue -> {
                assertThat(queue.maxReceives()).as(service.name()).isBetween(3, 10);
                assertThat((long) queue.maxReceives() * queue.visibility())
                        .as("%s: a message must be dead before its queue forgets it", service.name())
                        .isLessThan(QueueSettings.RETENTION);
            });
        }
    }

    @Test
    void aFunctionEndsWellBeforeItsMessageComesBack() {
        for (ServiceDescription service : Checkout.wiring().services()) {
            service.queue()
                    .ifPresent(queue -> assertThat(queue.visibility())
                            .as("%s: timeout < lease < visibility", service.name())
                            .isGreaterThanOrEqualTo(2 * service.function().timeout()));
        }
    }
}
