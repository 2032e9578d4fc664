package io.trainyard.local.containers;

import io.trainyard.local.children.Leash;
import io.trainyard.local.children.PidFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs mapped images as processes of this machine.
 *
 * <p>A process sees of the account's environment only what a container would have too (path, home, locale), then what the image
 * maps, then what the request says; {@code SAGEMAKER_BASE_DIR} names its {@code /opt/ml} and {@code SAGEMAKER_BIND_TO_PORT} its port.
 * It ends when the account's process does, however that ends.
 */
public final class ProcessContainers implements ContainerRuntime {

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "JAVA_HOME", "USER");

    private final List<MappedImage> images;
    private final PidFiles pids;

    public ProcessContainers(List<MappedImage> images, Path pidFolder) {
        this.images = List.copyOf(images);
        this.pids = new PidFiles(pidFolder);
    }

    @Override
    public boolean knows(String image) {
        return find(image).isPresent();
    }

    @Override
    public RunningContainer start(Container container, Consumer<String> output) throws IOException {
        MappedImage image = find(container.image()).orElseThrow(() -> new UnknownImageException(container.image()));
        Path pidFile = pids.reserve(UUID.randomUUID().toString());
        ProcessBuilder process = new ProcessBuilder(Leash.on(pidFile, command(image, container)));
        process.directory(Files.createDirectories(container.ml()).toFile());
        process.redirectErrorStream(true);
        fill(process.environment(), image, container);
        return ProcessContainer.watch(process.start(), output, () -> pids.forget(pidFile));
    }

    @Override
    public void endLeftovers() {
        pids.endAll();
    }

    private Optional<MappedImage> find(String image) {
        String repository = ImageName.parse(image).repository();
        return images.stream()
                .filter(known -> known.repository().equals(repository))
                .findFirst();
    }

    private static List<String> command(MappedImage image, Container container) {
        return Stream.concat(image.command().stream(), Stream.of(container.argument()))
                .toList();
    }

    private static void fill(Map<String, String> environment, MappedImage image, Container container) {
        environment.keySet().retainAll(INHERITED);
        environment.putAll(image.environment());
        environment.putAll(container.environment());
        environment.put("SAGEMAKER_BASE_DIR", container.ml().toString());
        container.port().ifPresent(port -> environment.put("SAGEMAKER_BIND_TO_PORT", Integer.toString(port)));
    }
}
