package io.trainyard.local.faults;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong, by the name that files, the command line and the HTTP interface use. */
public enum FaultKind {
    THROTTLE("throttle", "a call is refused as too fast: a share of them, or what is over `limit` a second"),
    ERROR("error", "a call is refused with `error`, by default the service's own internal error"),
    HOLD("hold", "a call waits before it has its effect, for `delay` or until the fault is cleared"),
    LATE_ANSWER("late-answer", "a call has its effect at once and is answered after `delay`: events come first"),
    LOST_ANSWER("lost-answer", "a call has its effect and its connection ends without an answer"),
    KILL_BEFORE("kill-before", "the calling function is killed -9 before its call has an effect"),
    KILL_AFTER("kill-after", "the calling function is killed -9 after its call had its effect"),
    ENTRY_REFUSED(
            "entry-refused", "one entry of a PutEvents call is answered with an error code, the others go through"),
    NO_CAPACITY("no-capacity", "no instance of the type beyond `limit` (default 0): the job or endpoint fails"),
    QUOTA("quota", "the account may have `limit` (default 0) instances of the type: the create call is refused"),
    SPOT_INTERRUPTION(
            "spot-interruption", "a spot instance is reclaimed `delay` after training began, or when it prints `line`"),
    SLOW_START("slow-start", "a job or endpoint waits `delay` before its instance is there"),
    STUCK_START("stuck-start", "a job or endpoint never gets beyond its first status until it is stopped or deleted"),
    CRASH("crash", "a container is killed `delay` after it began, or when it prints `line`"),
    SILENT_ROLLBACK("silent-rollback", "UpdateEndpoint ends InService on the old configuration, with no reason given"),
    EVENT_LOST("event-lost", "an AWS service's event goes nowhere"),
    EVENT_DUPLICATED("event-duplicated", "an AWS service's event is delivered twice"),
    EVENT_DELAYED("event-delayed", "an AWS service's event comes `delay` late"),
    EVENT_REORDERED("event-reordered", "an AWS service's event comes after the next one, `delay` late at most");

    private final String word;
    private final String meaning;

    FaultKind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** Its name outside Java. */
    public String word() {
        return word;
    }

    /** What happens, in one sentence; names the fields that it reads. */
    public String meaning() {
        return meaning;
    }

    /** The kind of that name; empty where there is none. */
    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
