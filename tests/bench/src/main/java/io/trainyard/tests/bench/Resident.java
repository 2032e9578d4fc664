package io.trainyard.tests.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How much memory a process holds. */
final class Resident {

    private Resident() {}

    /** Its resident set size in megabytes; 0 where it is gone. */
    static double megabytes(long pid) throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        ps.waitFor();
        return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024.0;
    }
}
