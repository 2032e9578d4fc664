package io.trainyard.local;

import io.trainyard.wiring.WiringException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The account as a program. Prints one line when it is ready; ends with its children on SIGTERM or Ctrl-C, and, if it was
 * started with {@code --attached}, when its standard input closes.
 */
public final class Account {

    static final String VERSION = "0.1.0-SNAPSHOT";

    /** What sysexits.h calls an internal software error. */
    private static final int EX_SOFTWARE = 70;

    private Account() {}

    /** Runs an account; {@code --help} lists the arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        var started = System.nanoTime();
        try {
            var parsed = Arguments.parse(arguments);
            if (parsed.help()) {
                System.out.println(Arguments.HELP);
                return;
            }
            run(parsed, started);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | WiringException e) {
            System.err.println("The account did not start: " + e.getMessage());
            System.exit(2);
        } catch (RuntimeException | Error e) {
            // Threads of the parts that did start would keep the process alive, and whoever waits for it would wait on.
            System.err.println("The account did not start: " + e);
            e.printStackTrace();
            System.exit(EX_SOFTWARE);
        }
    }

    private static void run(Arguments arguments, long started) throws InterruptedException {
        var account = RunningAccount.start(arguments.options());
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            account.close();
            closed.countDown();
        }));
        account.servicesWithoutPackage()
                .forEach(service -> System.err.println("services/" + service
                        + " has no function.zip: build it, or its queue fills and nobody reads it"));
        if (!arguments.cold()) {
            account.warm();
        }
        var took = Duration.ofNanos(System.nanoTime() - started).toMillis();
        System.out.println("ready at " + account.endpoint() + " after " + took + " ms");
        if (arguments.attached()) {
            waitForEndOfInput();
            System.exit(0);
        }
        closed.await();
    }

    private static void waitForEndOfInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
