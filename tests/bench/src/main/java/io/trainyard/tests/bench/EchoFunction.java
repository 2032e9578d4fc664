package io.trainyard.tests.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** A function that logs when it was called with which event, and does nothing else. Uses the JDK only: its package holds nothing more. */
public final class EchoFunction implements RequestStreamHandler {

    static final String HANDLER = EchoFunction.class.getName() + "::handleRequest";
    static final String EVENT = "echo-requested";

    /** How the log tells of a call: the time, then what the event carried. */
    static final Pattern CALLED = Pattern.compile("called (?<at>\\S+) (?<mark>mark-[0-9]+-)");

    private static final Pattern MARK = Pattern.compile("mark-[0-9]+-");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var called = Instant.now();
        var marks = MARK.matcher(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        while (marks.find()) {
            System.out.println("called " + called + " " + marks.group());
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
