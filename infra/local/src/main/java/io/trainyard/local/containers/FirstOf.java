package io.trainyard.local.containers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs an image with the first runtime that knows it. */
public final class FirstOf implements ContainerRuntime {

    private final List<ContainerRuntime> runtimes;

    public FirstOf(ContainerRuntime... runtimes) {
        this.runtimes = List.of(runtimes);
    }

    @Override
    public boolean knows(String image) {
        return find(image).isPresent();
    }

    @Override
    public RunningContainer start(Container container, Consumer<String> output) throws IOException {
        return find(container.image())
                .orElseThrow(() -> new UnknownImageException(container.image()))
                .start(container, output);
    }

    @Override
    public void endLeftovers() {
        runtimes.forEach(ContainerRuntime::endLeftovers);
    }

    private Optional<ContainerRuntime> find(String image) {
        return runtimes.stream().filter(runtime -> runtime.knows(image)).findFirst();
    }
}
