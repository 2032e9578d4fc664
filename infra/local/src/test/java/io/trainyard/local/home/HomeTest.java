package io.trainyard.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

    private static final AccountFile FILE = new AccountFile(
            1,
            "2026-01-01T00:00:00Z",
            4599,
            "http://127.0.0.1:4599",
            "0",
            "local",
            "1",
            "eu-west-1",
            "id",
            "s",
            "tokens.json");

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAccountAtATime() {
        try (var home = Home.open(folder)) {
            assertThat(home.file("x")).hasParentRaw(folder);
            assertThatThrownBy(() -> Home.open(folder)).hasMessageContaining("another account runs in " + folder);
        }
        Home.open(folder).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "", "0", "-1", "two", "99999999999"})
    void refusesAFolderOfALayoutThatItDoesNotKnow(String layout) throws IOException {
        Files.writeString(folder.resolve("version"), layout);

        assertThatThrownBy(() -> Home.open(folder))
                .hasMessageContaining("has layout " + layout)
                .hasMessageContaining("choose another folder with --home");
        assertThat(folder.resolve("version")).hasContent(layout);
    }

    @Test
    void refusesAFolderThatIsSomebodyElses() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> Home.open(folder)).hasMessageContaining("holds thesis.txt and no account's state");
        assertThat(folder.resolve("version")).doesNotExist();
    }

    @Test
    void bringsAnOlderLayoutUpToDate() throws IOException {
        Files.writeString(folder.resolve("version"), "1");
        Files.createDirectories(folder.resolve("functions/running"));
        Files.writeString(folder.resolve("functions/running/4711"), "2026-01-01T00:00:00Z");
        Home.open(folder).close();

        assertThat(folder.resolve("version")).hasContent("2");
        assertThat(folder.resolve("functions/running")).doesNotExist();
    }

    @Test
    void emptiesTheTemporaryFolder() throws IOException {
        Files.createDirectories(folder.resolve("tmp/left"));
        Home.open(folder).close();

        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void tellsHowToReachTheAccountOnlyWhileItRuns() {
        try (var home = Home.open(folder)) {
            assertThat(Home.running(folder)).isEmpty();
            home.announce(FILE);
            assertThat(Home.running(folder)).contains(FILE);
        }
        assertThat(Home.running(folder)).isEmpty();
    }

    /** Whoever looks while an account comes or goes sees it whole or not at all. */
    @Test
    void isReadAtAnyMomentOfAnAccountsComingAndGoing() throws InterruptedException {
        var comingAndGoing = Thread.ofPlatform().start(() -> {
            for (int n = 0; n < 200; n++) {
                try (var home = Home.open(folder)) {
                    home.announce(FILE);
                }
            }
        });
        while (comingAndGoing.isAlive()) {
            Home.running(folder).ifPresent(seen -> assertThat(seen).isEqualTo(FILE));
        }
        comingAndGoing.join();
    }
}
