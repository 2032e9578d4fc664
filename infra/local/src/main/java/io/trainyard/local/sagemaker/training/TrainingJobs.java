package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Listing;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.Tags;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.List;

/** CreateTrainingJob, DescribeTrainingJob, StopTrainingJob and ListTrainingJobs. */
public final class TrainingJobs {

    private static final Listing LISTING = new Listing(
            "TrainingJobSummaries",
            "TrainingJobName",
            "TrainingJobStatus",
            List.of(
                    "TrainingJobName",
                    "TrainingJobArn",
                    "CreationTime",
                    "TrainingEndTime",
                    "LastModifiedTime",
                    "TrainingJobStatus"),
            "Ascending");

    private static final List<String> UNSET_FLAGS =
            List.of("EnableNetworkIsolation", "EnableInterContainerTrafficEncryption", "EnableManagedSpotTraining");

    private final Account account;
    private final Shelf shelf;
    private final JobBook book;
    private final TrainingRuns runs;
    private final TrainingRequestCheck check;
    private final Supply supply;

    public TrainingJobs(
            Account account, Shelf shelf, JobBook book, TrainingRuns runs, TrainingRequestCheck check, Supply supply) {
        this.account = account;
        this.shelf = shelf;
        this.book = book;
        this.runs = runs;
        this.check = check;
        this.supply = supply;
    }

    /** Takes up every job that an earlier account left unfinished, under its own name and ARN. */
    public void resume() {
        runs.keepOnly(shelf.all().stream()
                .filter(job -> !Phase.last(job.text("TrainingJobStatus")))
                .map(Resource::name)
                .toList());
        for (Resource job : shelf.all()) {
            if (!Phase.last(job.text("TrainingJobStatus"))) {
                TrainingRun run = runs.prepare(job);
                book.move(job.name(), Phase.RESTARTING);
                runs.begin(run);
            } else if (JobBook.unsaid(job)) {
                book.say(job.name());
            }
        }
    }

    public ObjectNode create(ObjectNode input) {
        String name = input.path("TrainingJobName").asText();
        String arn = account.arn("training-job", name);
        if (shelf.find(name).isPresent()) {
            throw Facts.refusal("training-job-exists", arn);
        }
        check.check(input);
        ObjectNode description = input.deepCopy();
        description.remove("Tags");
        for (String flag : UNSET_FLAGS) {
            description.put(flag, input.path(flag).asBoolean());
        }
        description.put("TrainingJobArn", arn);
        Resource job = Resource.of(name, description, Tags.of(input.path("Tags")));
        supply.checkQuota(job);
        if (!book.open(job)) {
            throw Facts.refusal("training-job-exists", arn);
        }
        shelf.find(name).map(runs::prepare).ifPresent(run -> {
            book.say(name);
            runs.begin(run);
        });
        return Json.object().put("TrainingJobArn", arn);
    }

    public ObjectNode describe(ObjectNode input) {
        Resource job = find(input);
        ObjectNode description = job.description().deepCopy();
        runs.of(job.name()).ifPresent(run -> run.showMetrics(description));
        return description;
    }

    /** A job that is already stopping is asked again, as a person would; one that has ended is refused. */
    public ObjectNode stop(ObjectNode input) {
        Resource job = find(input);
        if (Phase.last(job.text("TrainingJobStatus"))) {
            throw Facts.refusal("training-job-ended", job.text("TrainingJobStatus"));
        }
        book.move(job.name(), Phase.STOPPING);
        runs.of(job.name()).ifPresent(run -> run.stop(StopCause.REQUESTED));
        return Json.object();
    }

    public ObjectNode list(ObjectNode input) {
        return LISTING.page(input, shelf.all());
    }

    private Resource find(ObjectNode input) {
        return shelf.find(input.path("TrainingJobName").asText())
                .orElseThrow(() -> Facts.refusal("training-job-not-found"));
    }
}
