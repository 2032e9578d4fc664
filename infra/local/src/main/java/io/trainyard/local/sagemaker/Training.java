package io.trainyard.local.sagemaker;

import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.training.JobBook;
import io.trainyard.local.sagemaker.training.Supply;
import io.trainyard.local.sagemaker.training.TrainingJobs;
import io.trainyard.local.sagemaker.training.TrainingRequestCheck;
import io.trainyard.local.sagemaker.training.TrainingRuns;
import io.trainyard.local.sagemaker.training.Workshop;
import io.trainyard.local.sagemaker.wire.Operation;
import java.io.IOException;
import java.util.Map;

/** The training side, put together. */
record Training(Shelf shelf, TrainingJobs jobs, TrainingRuns runs) implements AutoCloseable {

    static Training in(Surroundings around, SageMakerSettings settings) throws IOException {
        Shelf shelf = new Shelf(around.home().records("training-jobs"));
        JobBook book = new JobBook(shelf, around.events(), around.clock(), around.ledger());
        Supply supply = new Supply(around.faults(), shelf);
        Workshop workshop = new Workshop(
                around.account(),
                around.objects(),
                around.containers(),
                around.home(),
                settings.training(),
                around.clock(),
                supply);
        TrainingRuns runs = new TrainingRuns(workshop, book, settings.trainingsAtOnce());
        TrainingRequestCheck check =
                new TrainingRequestCheck(around.objects(), around.account().region());
        return new Training(shelf, new TrainingJobs(around.account(), shelf, book, runs, check, supply), runs);
    }

    Map<String, Operation> operations() {
        return Map.of(
                "CreateTrainingJob", jobs::create,
                "DescribeTrainingJob", jobs::describe,
                "StopTrainingJob", jobs::stop,
                "ListTrainingJobs", jobs::list);
    }

    void resume() {
        jobs.resume();
    }

    @Override
    public void close() {
        runs.close();
    }
}
