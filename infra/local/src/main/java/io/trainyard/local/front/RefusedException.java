package io.trainyard.local.front;

/** A request that the front itself answers, with a refusal. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient AwsResponse answer;

    RefusedException(AwsResponse answer) {
        super("refused at the door", null, false, false);
        this.answer = answer;
    }

    AwsResponse answer() {
        return answer;
    }
}
