package io.trainyard.tests.soak;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was there after everything had been taken down.
 *
 * @param kept what the account's folder holds, in words
 */
record Left(List<String> processes, List<String> temporary, String kept) {

    boolean nothing() {
        return processes.isEmpty() && temporary.isEmpty();
    }

    Stream<String> lines() {
        return Stream.concat(
                processes.stream().map(process -> "process left: " + process),
                temporary.stream().map(name -> "temporary file left: " + name));
    }
}
