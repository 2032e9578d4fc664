package io.trainyard.deadletters.app;

import java.util.List;

/** Asks a service what it would do with a message now, without doing it. */
public interface DryRuns {

    /** The steps that it would take, in order; a last one that says why it would fail, where it would. */
    List<String> decide(String service, String body);
}
