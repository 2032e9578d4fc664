package io.trainyard.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose token goes to whom. */
class ApiTokenTest {

    private final FakeApi account = new FakeApi().on("GET /jobs?limit=20", 200, "{\"jobs\": []}");
    private final FakeApi stranger = new FakeApi().on("GET /jobs?limit=20", 200, "{\"jobs\": []}");

    @TempDir
    private Path home;

    @BeforeEach
    void run() throws IOException {
        CommandRun.pretendToRun(home, account);
    }

    @AfterEach
    void stop() {
        account.close();
        stranger.close();
    }

    @Test
    void theAccountsGoesToTheAccount() {
        jobs(Map.of());
        jobs(Map.of(), "--endpoint", account.endpoint().toString());

        assertThat(account.signatures()).containsExactly("Bearer of-the-account", "Bearer of-the-account");
    }

    @Test
    void theAccountsGoesToNobodyElse() {
        jobs(Map.of(), "--endpoint", stranger.endpoint().toString());

        assertThat(stranger.signatures()).containsExactly("");
    }

    @Test
    void theCallersOwnGoesWhereTheCallerSays() {
        jobs(
                Map.of("TRAINYARD_TOKEN", "mine"),
                "--endpoint",
                stranger.endpoint().toString());

        assertThat(stranger.signatures()).containsExactly("Bearer mine");
    }

    private void jobs(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("jobs"));
        arguments.addAll(List.of(options));
        assertThat(CommandRun.of(home, environment, arguments).status()).isZero();
    }
}
