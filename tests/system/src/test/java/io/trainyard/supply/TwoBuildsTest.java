package io.trainyard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoBuildsTest {

    private static final byte[] ONE = {1};
    private static final byte[] OTHER = {2};

    @Test
    void anEntryOfOneBuildOnlyIsFound() {
        var builds = new TwoBuilds(Map.of("a", ONE, "b", ONE), Map.of("b", ONE, "c", ONE));

        assertThat(builds.inOneOnly()).containsExactly("a", "c");
        assertThat(builds.differing()).isEmpty();
    }

    @Test
    void whatDiffersHasItsCauseOrNone() {
        var generated = "io/quarkus/runner/ApplicationImpl.class";
        var ours = "io/trainyard/probe/app/Probe.class";
        var jar = "lib/software.amazon.awssdk.sqs-2.40.2.jar";
        var builds = new TwoBuilds(
                Map.of(generated, ONE, ours, ONE, jar, ONE, "same", ONE),
                Map.of(generated, OTHER, ours, OTHER, jar, OTHER, "same", ONE));

        assertThat(builds.differing())
                .containsOnlyKeys(generated, ours, jar)
                .containsEntry(ours, "")
                .containsEntry(jar, "");
        assertThat(builds.differing().get(generated)).contains("in the order");
    }
}
