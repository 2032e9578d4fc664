package io.trainyard.local.lambda;

/** What came of calling a function. */
public sealed interface InvocationResult {

    /** The function's answer, as it sent it. */
    record Answered(byte[] payload) implements InvocationResult {}

    /**
     * The function threw, ran out of time or died.
     *
     * @param payload {@code {"errorMessage": ..., "errorType": ...}}
     */
    record Failed(byte[] payload) implements InvocationResult {}
}
