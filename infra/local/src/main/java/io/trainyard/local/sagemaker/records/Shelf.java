package io.trainyard.local.sagemaker.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every resource of one type, one file each.
 *
 * <p>When a change returns, it is in its file, and the file is whole: a killed process loses no answered change and never
 * leaves half a record. Changes of one shelf come one after another.
 */
public final class Shelf {

    private static final String FILE = ".json";

    private final Path folder;
    private final TreeMap<String, Resource> resources = new TreeMap<>();

    /** Opens the shelf and reads what lies on it. */
    public Shelf(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(FILE)).toList()) {
                Resource resource = Resource.read((ObjectNode) Json.read(Files.readAllBytes(file)));
                resources.put(resource.name(), resource);
            }
        }
    }

    public synchronized Optional<Resource> find(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    public synchronized List<Resource> all() {
        return List.copyOf(resources.values());
    }

    /** Adds the resource; false where its name is taken, and then nothing changes. */
    public synchronized boolean add(Resource resource) {
        if (resources.containsKey(resource.name())) {
            return false;
        }
        keep(resource);
        return true;
    }

    /** As {@link #add(Resource)}; nobody sees the resource before {@code then} has returned. */
    public synchronized boolean add(Resource resource, Runnable then) {
        boolean added = add(resource);
        if (added) {
            then.run();
        }
        return added;
    }

    /** Changes the resource, if it is still there, and answers what it has become. */
    public synchronized Optional<Resource> update(String name, UnaryOperator<Resource> change) {
        Optional<Resource> changed = find(name).map(change);
        changed.ifPresent(this::keep);
        return changed;
    }

    /** As {@link #update(String, UnaryOperator)}; nobody sees the change before {@code then} has returned. */
    public synchronized Optional<Resource> update(
            String name, UnaryOperator<Resource> change, Consumer<Resource> then) {
        Optional<Resource> changed = update(name, change);
        changed.ifPresent(then);
        return changed;
    }

    /** Takes the resource off the shelf; empty where it was not there. */
    public synchronized Optional<Resource> remove(String name) {
        Optional<Resource> removed = find(name);
        if (removed.isPresent()) {
            delete(name);
            resources.remove(name);
        }
        return removed;
    }

    private void keep(Resource resource) {
        try {
            Path unfinished = folder.resolve(resource.name() + ".new");
            Files.write(unfinished, Json.bytes(resource.json()));
            Files.move(
                    unfinished,
                    folder.resolve(resource.name() + FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            resources.put(resource.name(), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
