package io.trainyard.local.faults;

/**
 * A moment in which something may go wrong.
 *
 * @param service the signing name: {@code sagemaker}
 * @param operation {@code CreateTrainingJob}, or for an event the status that it tells
 * @param name the resource; empty where it is not known
 * @param instanceType empty where none is asked for
 * @param used how many instances count against a limit already
 * @param wanted how many more are asked for
 */
public record Occasion(String service, String operation, String name, String instanceType, int used, int wanted) {

    /** A call of an operation. */
    public static Occasion call(String service, String operation) {
        return new Occasion(service, operation, "", "", 0, 0);
    }

    /** Something that concerns one named resource of SageMaker. */
    public static Occasion of(String operation, String name) {
        return new Occasion("sagemaker", operation, name, "", 0, 0);
    }

    /** The same where an instance type matters. */
    public Occasion on(String type, int inUse, int more) {
        return new Occasion(service, operation, name, type, inUse, more);
    }

    /** What a draw is for: the same thing tried again is another draw of the same subject. */
    String subject() {
        return service + '/' + operation + '/' + name + '/' + instanceType;
    }
}
