package io.trainyard.local.faults;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.FrontHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Stands before a service and spoils its calls as the plan says, whatever the service is. */
public final class FaultyDoor {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final int FIRST_FAILURE = 300;

    private final Faults faults;
    private final Consumer<String> killer;

    /**
     * A door.
     *
     * @param killer kills the function of this principal; a caller that is no function lives
     */
    public FaultyDoor(Faults faults, Consumer<String> killer) {
        this.faults = faults;
        this.killer = killer;
    }

    /** The service behind this door. */
    public FrontHandler before(String service, FrontHandler handler) {
        return (exchange, principal) -> {
            var call = Occasion.call(service, Caller.operation(service, exchange));
            if (!refused(service, call, exchange)) {
                pass(call, handler, exchange, principal);
            }
        };
    }

    private boolean refused(String service, Occasion call, HttpExchange exchange) throws IOException {
        var refusal = faults.on(FaultKind.THROTTLE, call)
                .map(fault -> SpoiltAnswer.throttled(service))
                .or(() -> faults.on(FaultKind.ERROR, call).map(fault -> SpoiltAnswer.error(service, fault)));
        if (refusal.isPresent()) {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            BufferedHandler.write(exchange, refusal.get());
        }
        return refusal.isPresent();
    }

    private void pass(Occasion call, FrontHandler handler, HttpExchange exchange, String principal) throws IOException {
        faults.on(FaultKind.HOLD, call).ifPresent(fault -> faults.hold(fault, LONGEST));
        if (faults.on(FaultKind.KILL_BEFORE, call).isPresent()) {
            killer.accept(principal);
            return;
        }
        handler.answer(new WatchedExchange(exchange, status -> afterEffect(call, status, principal)), principal);
    }

    /** Between the effect and its answer. */
    private void afterEffect(Occasion call, int status, String principal) throws IOException {
        if (status >= FIRST_FAILURE) {
            return;
        }
        faults.on(FaultKind.LATE_ANSWER, call).ifPresent(fault -> faults.hold(fault, LATE));
        if (faults.on(FaultKind.KILL_AFTER, call).isPresent()) {
            killer.accept(principal);
            throw new IOException("the caller was killed on purpose");
        }
        if (faults.on(FaultKind.LOST_ANSWER, call).isPresent()) {
            throw new IOException("the answer is lost on purpose");
        }
    }
}
