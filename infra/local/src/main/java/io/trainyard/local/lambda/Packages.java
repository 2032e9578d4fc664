package io.trainyard.local.lambda;

import io.trainyard.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The unpacked packages of all functions; an archive that is built anew is unpacked at the next start of a process. */
final class Packages {

    private final Path root;
    private final Map<String, Unpacked> known = new ConcurrentHashMap<>();

    private record Unpacked(FileTime modified, long size, FunctionPackage folder) {}

    Packages(Path root) {
        this.root = root;
    }

    FunctionPackage of(FunctionDefinition function) {
        return known.compute(function.name(), (name, last) -> current(function, last))
                .folder();
    }

    /** Removes what earlier runs unpacked and no function uses now; to be called while no process runs. */
    void sweep(FunctionDefinition function) {
        var used = of(function).folder();
        try (var folders = Files.list(used.getParent())) {
            for (var folder : folders.filter(it -> !it.equals(used)).toList()) {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove old packages of " + function.name(), e);
        }
    }

    /** Removes the packages of functions that are not there any more. */
    void keepOnly(Set<String> functions) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(
                            it -> !functions.contains(it.getFileName().toString()))
                    .toList()) {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the packages of functions that are gone", e);
        }
    }

    private Unpacked current(FunctionDefinition function, @org.jspecify.annotations.Nullable Unpacked last) {
        try {
            var modified = Files.getLastModifiedTime(function.archive());
            var size = Files.size(function.archive());
            if (last != null && last.modified().equals(modified) && last.size() == size) {
                return last;
            }
            var unpacked = FunctionPackage.unpack(function.archive(), root.resolve(function.name()));
            return new Unpacked(modified, size, unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + function.archive(), e);
        }
    }
}
