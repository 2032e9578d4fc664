package io.trainyard.local;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An account of its own for every test, called through the real SDK. */
abstract class AccountTestCase {

    @TempDir
    Path folder;

    RunningAccount account;
    Clients clients;

    @BeforeEach
    void start() {
        account = RunningAccount.start(options());
        clients = new Clients(account);
    }

    @AfterEach
    void stop() {
        clients.close();
        account.close();
    }

    AccountOptions options() {
        return AccountOptions.in(folder);
    }

    /** Stops the account and starts it again over the same folder. */
    void restart() {
        stop();
        start();
    }
}
