package io.trainyard.local.containers;

/**
 * The repository of an image reference: {@code trainyard/trainer} out of
 * {@code 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainyard/trainer:1.2@sha256:...}.
 *
 * @param repository without registry, tag and digest
 */
public record ImageName(String repository) {

    public static ImageName parse(String reference) {
        String name = before(reference, '@');
        int slash = name.indexOf('/');
        if (slash > 0 && namesARegistry(name.substring(0, slash))) {
            name = name.substring(slash + 1);
        }
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return new ImageName(colon < 0 ? name : name.substring(0, colon));
    }

    /** Docker's own rule: the first part is a registry where it has a dot or a port, or is localhost. */
    private static boolean namesARegistry(String first) {
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
