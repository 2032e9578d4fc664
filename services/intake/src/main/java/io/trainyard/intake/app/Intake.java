package io.trainyard.intake.app;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.Metadata;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.route.Plan;
import io.trainyard.intake.domain.Asked;
import io.trainyard.intake.domain.OpenedRun;
import io.trainyard.intake.domain.Openings;
import io.trainyard.intake.domain.Refusal;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.domain.Examined;
import io.trainyard.requests.domain.Findings;
import io.trainyard.requests.domain.ResumedPlan;
import io.trainyard.steps.domain.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The door: opens every run, or says no with every reason.
 *
 * <p>Every method may be called again with the same argument, in any order, by several handlers at once, and a kill at any
 * point is healed by calling it again: the row first, then the deadline timer, then the release, then the mark that it is
 * said. An exception means that the message has to come again.
 */
public final class Intake {

    private final String deployment;
    private final ExamineRequest examine;
    private final IntakeStores stores;

    /** @param deployment the resource prefix, {@code ty-<env>} */
    public Intake(String deployment, ExamineRequest examine, IntakeStores stores) {
        this.deployment = deployment;
        this.examine = examine;
        this.stores = stores;
    }

    /** A {@code job-requested}: opens the job's first run, or refuses it. */
    public void request(Delivered delivered) {
        Asked asked = Asked.of(deployment, delivered);
        Optional<OpenedRun> known = stores.runs().find(asked.jobId(), 1);
        if (known.isPresent()) {
            again(asked, known.get());
            return;
        }
        Optional<Refusal> refused = stores.refusals().find(asked.jobId(), asked.hash());
        if (refused.isPresent()) {
            say(refused.get());
            return;
        }
        switch (examined(asked)) {
            case Examined.Accepted accepted -> open(asked, accepted);
            case Examined.Refused no ->
                refuse(Refusal.of(asked, no.violations(), stores.clock().instant()));
        }
    }

    /** An event of ours: a resume opens the next run. Only the newest run can be resumed; the jobs API asks only for failed ones. */
    public void hear(Event event) {
        if (event.fact() instanceof JobResumeRequested resume) {
            String jobId = event.metadata().jobId();
            Optional<OpenedRun> next = stores.runs().find(jobId, resume.run() + 1);
            if (next.isPresent()) {
                release(next.get());
                return;
            }
            stores.runs().find(jobId, resume.run()).ifPresent(last -> resume(last, resume, event.metadata()));
        }
    }

    private void resume(OpenedRun last, JobResumeRequested resume, Metadata asked) {
        Plan failed = last.position().plan();
        List<Violation> faults = examine.examineResume(failed, resume, last.name());
        if (!faults.isEmpty()) {
            refuse(new Refusal(
                    last.jobId(),
                    EventIds.digest(asked.id()),
                    resume.requestedBy(),
                    faults,
                    stores.clock().instant(),
                    Cause.of(asked),
                    false));
            return;
        }
        Plan plan = ResumedPlan.marked(ResumedPlan.changed(failed, resume), resume);
        OpenedRun opened =
                last.next(resume.requestedBy(), asked.id(), plan, stores.clock().instant());
        stores.runs().open(opened);
        stores.runs().find(last.jobId(), opened.run()).ifPresent(this::release);
    }

    /** A request that nobody could handle is given up: refused in words, unless its run is open; that one is brought on its way. */
    public void discard(Delivered delivered, String reason, String by) {
        Asked asked = Asked.of(deployment, delivered);
        Optional<OpenedRun> open = stores.runs().find(asked.jobId(), 1);
        open.ifPresent(this::release);
        if (open.isEmpty()) {
            var violation = new Violation(
                    "/", "the request could not be handled and was given up by " + by + ": " + reason, "send it again");
            refuse(Refusal.of(asked, List.of(violation), stores.clock().instant()));
        }
    }

    /** A resume that nobody could handle is given up: the run stays failed, unless the next one is open; that one is brought on its way. */
    public void discard(Event event) {
        if (event.fact() instanceof JobResumeRequested resume) {
            stores.runs().find(event.metadata().jobId(), resume.run() + 1).ifPresent(this::release);
        }
    }

    /** What {@link #request} would do now, without doing it. */
    public List<String> decide(Delivered delivered) {
        Asked asked = Asked.of(deployment, delivered);
        if (stores.runs().find(asked.jobId(), 1).isPresent()) {
            return List.of("find run 1 of " + asked.jobId() + " open, and say its release again if it is not said");
        }
        return switch (examined(asked)) {
            case Examined.Accepted accepted ->
                List.of("open run 1 of " + asked.jobId(), "set its deadline", "say job-accepted");
            case Examined.Refused no ->
                no.violations().stream()
                        .map(one -> "refuse it: " + one.path() + " " + one.rule())
                        .toList();
        };
    }

    /** The run's own timer: its deadline has come. The ledger decides what that means. */
    public void deadline(String jobId, int run) {
        stores.runs().find(jobId, run).ifPresent(opened -> stores.bus().say(List.of(Openings.deadline(opened))));
    }

    private Examined examined(Asked asked) {
        if (asked.objections().isEmpty()) {
            return examine.examine(asked.data());
        }
        var all = new Findings();
        asked.objections().forEach(all::refuse);
        if (asked.data().isObject() && examine.examine(asked.data()) instanceof Examined.Refused inside) {
            inside.violations().forEach(all::refuse);
        }
        return new Examined.Refused(all.violations());
    }

    private void open(Asked asked, Examined.Accepted accepted) {
        OpenedRun run = OpenedRun.first(
                asked,
                accepted.request().name(),
                accepted.plan(),
                accepted.allowed(),
                stores.clock().instant());
        if (stores.runs().open(run)) {
            release(run);
        } else {
            again(asked, stores.runs().find(asked.jobId(), 1).orElseThrow());
        }
    }

    /** The key is known: the same request is the same job, another one gets a no of its own. */
    private void again(Asked asked, OpenedRun known) {
        if (known.hash().equals(asked.hash())) {
            release(known);
        } else {
            refuse(Refusal.keyTaken(deployment, asked, stores.clock().instant()));
        }
    }

    private void release(OpenedRun run) {
        if (run.said()) {
            return;
        }
        stores.bus().say(timed(run));
        stores.runs().said(run.jobId(), run.run());
    }

    /** The release, with the deadline's timer set; where a late replay finds the deadline passed, with that said at once. */
    private List<Event> timed(OpenedRun run) {
        var events = new ArrayList<>(Openings.events(run));
        if (stores.clock().instant().isBefore(run.until())) {
            stores.timers().set(run.jobId(), run.run(), run.until());
        } else {
            events.add(Openings.deadline(run));
        }
        return events;
    }

    private void refuse(Refusal refusal) {
        stores.refusals().keep(refusal);
        stores.refusals().find(refusal.jobId(), refusal.hash()).ifPresent(this::say);
    }

    private void say(Refusal refusal) {
        if (!refusal.said()) {
            stores.bus().say(List.of(Openings.event(refusal)));
            stores.refusals().said(refusal.jobId(), refusal.hash());
        }
    }
}
