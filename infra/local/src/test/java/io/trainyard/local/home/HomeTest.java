package io.trainyard.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

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

    @Test
    void refusesAFolderOfAnotherLayout() throws IOException {
        Files.writeString(folder.resolve("version"), "99");

        assertThatThrownBy(() -> Home.open(folder))
                .hasMessageContaining("has layout 99")
                .hasMessageContaining("choose another folder with --home");
    }

    @Test
    void tellsHowToReachTheAccountOnlyWhileItRuns() {
        var file = new AccountFile(
                1, "2026-01-01T00:00:00Z", 4599, "http://127.0.0.1:4599", "0", "local", "1", "eu-west-1", "id", "s");
        try (var home = Home.open(folder)) {
            assertThat(Home.running(folder)).isEmpty();
            home.announce(file);
            assertThat(Home.running(folder)).contains(file);
        }
        assertThat(Home.running(folder)).isEmpty();
    }
}
