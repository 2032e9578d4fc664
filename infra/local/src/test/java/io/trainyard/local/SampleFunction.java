package io.trainyard.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A function for tests, run in a process of its own: does what the words in its event say, and fails every message whose
 * body holds {@code poison}. Uses the JDK only, because its package holds nothing else.
 */
public final class SampleFunction implements RequestStreamHandler {

    private static final Pattern MESSAGE =
            Pattern.compile("\"messageId\":\"([^\"]+)\".*?\"body\":\"(.*?)\",\"attributes\"");
    private static int calls;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        calls++;
        System.out.println("call " + calls + " in " + ProcessHandle.current().pid() + ": " + event);
        output.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String event, Context context) {
        if (event.contains("\"rawPath\"")) {
            return http(event);
        }
        if (event.contains("throw")) {
            throw new IllegalStateException("as asked");
        }
        if (event.contains("exit")) {
            Runtime.getRuntime().halt(7);
        }
        if (event.contains("hang")) {
            waitForever();
        }
        if (event.contains("Records")) {
            return failures(event);
        }
        return "{\"pid\":" + ProcessHandle.current().pid() + ",\"call\":" + calls + ",\"service\":\""
                + System.getenv("TRAINYARD_SERVICE") + "\",\"setting\":\"" + System.getenv("TRAINYARD_SETTING")
                + "\",\"function\":\"" + context.getFunctionName() + "\"}";
    }

    private static String failures(String event) {
        var failed = new StringBuilder();
        var matcher = MESSAGE.matcher(event);
        while (matcher.find()) {
            if (matcher.group(2).contains("poison")) {
                failed.append(failed.isEmpty() ? "" : ",");
                failed.append("{\"itemIdentifier\":\"").append(matcher.group(1)).append("\"}");
            }
        }
        return "{\"batchItemFailures\":[" + failed + "]}";
    }

    private static String http(String event) {
        var body = event.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"statusCode\":201,\"headers\":{\"X-Sample\":\"yes\",\"Content-Type\":\"application/json\"},"
                + "\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"" + body + "\"}";
    }

    private static void waitForever() {
        synchronized (SampleFunction.class) {
            while (true) {
                try {
                    SampleFunction.class.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
