package io.trainyard.cli;

import java.util.Locale;

/** Where the process starts. */
public final class Main {

    private Main() {}

    /** Runs one command and ends with its exit status. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Surroundings surroundings = Surroundings.ofThisProcess();
        int status = Commands.in(surroundings).execute(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        System.exit(status);
    }
}
