package io.trainyard.trainer.serving;

/** A request that is answered with a sentence instead of predictions. */
final class HttpProblem extends RuntimeException {

    private final int status;

    HttpProblem(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
