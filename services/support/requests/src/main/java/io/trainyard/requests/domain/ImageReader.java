package io.trainyard.requests.domain;

import java.util.Optional;

/** Reads the name of a container image. */
final class ImageReader {

    private ImageReader() {}

    /** Refuses a name that the deployment does not know. */
    static void read(Field image, Limits limits) {
        image.text()
                .filter(name -> limits.image(name).isEmpty())
                .ifPresent(name -> image.refuse(
                        "must be an image of this deployment, not " + Spelling.shown(name),
                        Spelling.hint(name, limits.images().keySet())));
    }

    /** The limits of the image that a step uses: its own, the job's, or the deployment's default. */
    static Optional<ImageLimits> of(Field step, Optional<String> job, Limits limits) {
        String own = step.at("image").present() ? step.at("image").text().orElse("") : "";
        String name = own.isEmpty() ? job.orElse(limits.defaults().image()) : own;
        return limits.image(name);
    }
}
