package io.trainyard.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Json;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Test
    void aJobThatIsToBeResumedIsNotOverWithItsFirstRun() {
        assertThat(seen(Fate.RESUMED, 1, "ERROR").isOver()).isFalse();
    }

    /** A kill of the account may take the answer to a resume with it, and not the resume. */
    @Test
    void aJobWhoseSecondRunIsOverIsOverWhateverWasAnsweredToItsResume() {
        assertThat(seen(Fate.RESUMED, 2, "COMPLETED").isOver()).isTrue();
    }

    @Test
    void aJobWhoseSecondRunIsUnderWayIsNotOver() {
        assertThat(seen(Fate.RESUMED, 2, "TRAINING_MODEL").isOver()).isFalse();
    }

    @Test
    void aJobThatFailsAndIsNotResumedIsOver() {
        assertThat(seen(Fate.FAILED, 1, "ERROR").isOver()).isTrue();
    }

    private static Course seen(Fate fate, int run, String status) {
        var course = new Course(new PlannedJob(PlannedJob.API, "chaos-1-1", fate), "j1");
        course.see(new JobView(Json.object().put("run", run).put("status", status)));
        return course;
    }
}
