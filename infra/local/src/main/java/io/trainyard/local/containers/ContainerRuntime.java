package io.trainyard.local.containers;

import java.io.IOException;
import java.util.function.Consumer;

/** Something that can run container images. */
public interface ContainerRuntime {

    /** Whether this runtime is the one to run the image; may ask a Docker engine, so it may take a second. */
    boolean knows(String image);

    /**
     * Starts the container.
     *
     * @param output receives every line of its standard output and error, in order, on a thread of the runtime
     * @throws UnknownImageException where no image of that name can be had
     * @throws IOException where it is known and cannot be started
     */
    RunningContainer start(Container container, Consumer<String> output) throws IOException;

    /** Ends what an earlier account, killed before it could do so, has left running. */
    void endLeftovers();
}
