package io.trainyard.cli;

import java.util.List;

/** A command that ends without having done what was asked, with what was wrong and what to do about it. */
public class CommandFailure extends RuntimeException {

    private final ExitCode code;
    private final transient List<Problem> problems;

    /**
     * @param code the exit status
     * @param message what is wrong, naming the file, field or address
     * @param problems every single breach, where there are several
     */
    public CommandFailure(ExitCode code, String message, List<Problem> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    /** A failure of one cause. */
    public CommandFailure(ExitCode code, String message) {
        this(code, message, List.of());
    }

    public ExitCode code() {
        return code;
    }

    public List<Problem> problems() {
        return problems;
    }
}
