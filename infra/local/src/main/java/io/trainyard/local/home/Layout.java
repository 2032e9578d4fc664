package io.trainyard.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The version of a state folder, and the way from each older one to this.
 *
 * <p>A step changes one version into the next and may be cut short and done again; the version is written after it.
 */
final class Layout {

    private static final String FILE = "version";

    /** What may be in a folder before an account was ever in it: the command line writes the log of the start. */
    private static final Set<String> BEFOREHAND = Set.of("logs", "lock", "tmp");

    /** From layout 1 to 2, from 2 to 3, ... */
    private static final List<Step> STEPS = List.of(Layout::forgetNotedFunctions);

    private static final int CURRENT = STEPS.size() + 1;

    @FunctionalInterface
    private interface Step {
        void of(Path root) throws IOException;
    }

    private Layout() {}

    /** @throws IllegalStateException with a sentence that says what to do; then nothing was changed */
    static void bringUpToDate(Path root) throws IOException {
        var version = root.resolve(FILE);
        if (!Files.exists(version)) {
            refuseStrangers(root);
            write(version, CURRENT);
        }
        var found = number(Files.readString(version).strip(), root);
        for (int from = found; from < CURRENT; from++) {
            STEPS.get(from - 1).of(root);
            write(version, from + 1);
        }
    }

    private static int number(String text, Path root) {
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= CURRENT) {
            return Integer.parseInt(text);
        }
        throw new IllegalStateException(
                "the folder " + root + " has layout " + text + ", and this account knows those up to " + CURRENT
                        + ": a newer Trainyard wrote it; use that one, or choose another folder with --home");
    }

    private static void refuseStrangers(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            var stranger = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !BEFOREHAND.contains(name))
                    .sorted()
                    .findFirst();
            if (stranger.isPresent()) {
                throw new IllegalStateException("the folder " + root + " holds " + stranger.get()
                        + " and no account's state; choose an empty folder with --home");
            }
        }
    }

    private static void write(Path version, int layout) throws IOException {
        var draft = version.resolveSibling(FILE + ".new");
        Files.writeString(draft, Integer.toString(layout));
        Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Layout 1 noted functions' processes by number; they ended with their account, and the numbers may be others' now. */
    private static void forgetNotedFunctions(Path root) throws IOException {
        Folders.remove(root.resolve("functions/running"));
    }
}
