package io.trainyard.notices.domain;

import io.trainyard.events.Event;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts an event into words. Only what a person has to act on becomes a notice: a failed job and a parked message; and, ever more rarely, that a step still waits. A refused
 * request does not: its sender has its answer.
 */
public final class Wording {

    private static final int FIRST_TOLD = 16;
    /** A power of two, or three times one. */
    private static final int THREE = 3;

    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_CAUSE = 4_000;

    private final String runbooks;

    /** @param runbooks where the runbooks lie: a folder or an address, without a slash at its end */
    public Wording(String runbooks) {
        this.runbooks = runbooks;
    }

    /** The notice that the event calls for; empty for most. */
    public Optional<Notice> of(Event event) {
        return switch (event.fact()) {
            case JobFailed failed -> Optional.of(failed(event, failed));
            case MessageParked parked -> Optional.of(parked(event, parked));
            case JobDelayed delayed when isTold(delayed.round()) -> Optional.of(delayed(event, delayed));
            default -> Optional.empty();
        };
    }

    private Notice failed(Event event, JobFailed failed) {
        Failure failure = failed.failure();
        var fields = new LinkedHashMap<String, String>();
        fields.put("job", event.metadata().jobId());
        fields.put("name", failed.name());
        fields.put("run", Integer.toString(event.position().orElseThrow().run()));
        fields.put("step", failed.step());
        fields.put("class", word(failure.type()));
        fields.put("cause", cut(failure.cause(), LONGEST_CAUSE));
        fields.put("nextAction", failure.nextAction());
        fields.put("runbook", runbooks + "/failure-" + word(failure.type()) + ".md");
        return notice(event, "Job " + failed.name() + " failed in step " + failed.step(), fields);
    }

    /**
     * The rounds 16, 24, 32, 48, 64, 96, ...: by capacity's own back-off after some ten minutes, an hour, six hours and then once or twice a
     * day; ever more rarely, never silently (E6).
     */
    private static boolean isTold(@Nullable Integer round) {
        return round != null && round >= FIRST_TOLD && (round >> Integer.numberOfTrailingZeros(round)) <= THREE;
    }

    private Notice delayed(Event event, JobDelayed delayed) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("job", event.metadata().jobId());
        fields.put("step", delayed.step());
        fields.put("class", word(FailureClass.CAPACITY));
        fields.put("cause", cut(delayed.reason(), LONGEST_CAUSE));
        fields.put("tried", String.join(", ", delayed.tried()));
        fields.put("nextTryAt", delayed.nextTryAt().toString());
        fields.put(
                "nextAction",
                "nothing has to be done; `trainyard job " + event.metadata().jobId() + " --retry-now` tries at once");
        fields.put("runbook", runbooks + "/failure-capacity.md");
        return notice(
                event,
                "Step " + delayed.step() + " still waits for an instance, after " + delayed.round() + " rounds",
                fields);
    }

    private Notice parked(Event event, MessageParked parked) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("job", event.metadata().jobId());
        fields.put("service", parked.service());
        fields.put("event", parked.eventName());
        fields.put("step", parked.step() == null ? "none" : parked.step());
        fields.put("class", parked.cause().split(":", 2)[0]);
        fields.put("cause", cut(parked.cause(), LONGEST_CAUSE));
        fields.put("fingerprint", parked.fingerprint());
        if (parked.letter() != null) {
            fields.put("letter", parked.letter());
        }
        fields.put("nextAction", nextAction(parked));
        fields.put("runbook", runbooks + "/message-parked.md");
        return notice(event, "A message of " + parked.service() + " waits for a person", fields);
    }

    private static String nextAction(MessageParked parked) {
        return parked.letter() == null
                ? "look at the message in the dead-letter queue of " + parked.service() + ", then replay it"
                : "look at it with `trainyard dlq show " + parked.letter() + "`, mend the cause, then replay it with"
                        + " `trainyard dlq replay " + parked.fingerprint() + "`";
    }

    private static Notice notice(Event event, String subject, Map<String, String> fields) {
        var text = new StringBuilder(subject).append(".\n\n");
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append("notice: ").append(event.metadata().id()).append('\n');
        String line = subject.replaceAll("[^\\x20-\\x7e]", "?");
        return new Notice(event.metadata().id(), cut(line, LONGEST_SUBJECT), text.toString(), fields);
    }

    private static String word(FailureClass type) {
        return switch (type) {
            case CALLER -> "caller";
            case CAPACITY -> "capacity";
            case QUOTA -> "quota";
            case PLATFORM -> "platform";
            case OURS -> "ours";
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
