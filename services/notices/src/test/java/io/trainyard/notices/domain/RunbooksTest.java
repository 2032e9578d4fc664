package io.trainyard.notices.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Metadata;
import io.trainyard.events.Standing;
import io.trainyard.events.Unrouted;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every notice links to a page that is there and has what a person needs, and every page is linked to. */
class RunbooksTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ALARM = Pattern.compile("(?m)^ {4}\"([a-z-]+)\" = \\{$");
    private static final String RUNBOOKS = "docs/runbooks";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void everyFailureClassHasItsPage(FailureClass type) throws IOException {
        isAPage(runbookOf(failed(type)));
    }

    @Test
    void aParkedMessageHasItsPage() throws IOException {
        var fact = new MessageParked("training", "job-accepted", "no verdict", "f00", "letter-1", null);
        isAPage(runbookOf(new Unrouted(metadata(), fact)));
    }

    /** Every alarm's description ends in the page of its key. */
    @Test
    void everyAlarmHasItsPage() throws IOException {
        try (var files = Files.walk(ROOT.resolve("infra"))) {
            for (Path file : files.filter(path -> path.endsWith("alarms.tf")).toList()) {
                String text = Files.readString(file);
                assertThat(text).contains("Runbook: ${var.alarms.runbooks}/${each.key}.md");
                List<String> alarms = ALARM.matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(alarms).as(file.toString()).isNotEmpty();
                for (String alarm : alarms) {
                    isAPage(RUNBOOKS + "/" + alarm + ".md");
                }
            }
        }
    }

    @Test
    void theListHasEveryPage() throws IOException {
        String list = Files.readString(ROOT.resolve(RUNBOOKS).resolve("README.md"));
        try (var pages = Files.list(ROOT.resolve(RUNBOOKS))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    private static void isAPage(String link) throws IOException {
        assertThat(ROOT.resolve(link)).exists();
        assertThat(Files.readString(ROOT.resolve(link)))
                .startsWith("# ")
                .contains("**Is it this?**", "**What it costs to wait.**", "\n1. ", "**Done when**");
    }

    private static String runbookOf(Event event) {
        return new Wording(RUNBOOKS).of(event).orElseThrow().fields().get("runbook");
    }

    private static Event failed(FailureClass type) {
        var fact = new JobFailed("penguins", "train", new Failure(type, "cause", "act"));
        var plan = Plan.draw(List.of(new io.trainyard.events.route.PlannedStep(
                "train", "training", List.of(), io.trainyard.events.json.Json.tree("{}"))));
        return new Standing(metadata(), Position.start(1, NOON, plan), fact);
    }

    private static Metadata metadata() {
        return new Metadata("e1", "job1", "cause", "request", NOON, 1);
    }
}
