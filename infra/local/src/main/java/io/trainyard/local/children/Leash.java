package io.trainyard.local.children;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a command so that it ends with the account, however the account ends.
 *
 * <p>A shell leaves its pid in a file and becomes the command, under the same pid. A child of it holds the read end of the pipe that is
 * the started process's input: the kernel closes that pipe when the account's process is gone, and the child then asks the command to
 * end, and three seconds later kills it. It looks whether it is still the command's child before each signal, so a pid that has been
 * given to somebody else is never hit. The command itself has an empty input.
 */
public final class Leash {

    private static final String PARENT = """
            parent() {
              if [ -r /proc/self/stat ]; then read -r _ _ _ p _ < /proc/self/stat
              else p=$(ps -o ppid= -p "$(exec sh -c 'echo $PPID')"); fi
              [ "${p:-0}" -eq "$1" ]
            }
            """;

    private static final String SCRIPT = "echo $$ > \"$0\" || exit 126\n" + PARENT + """
            exec 3<&0 < /dev/null
            (
              trap '' TERM INT HUP
              while read -r _ <&3; do :; done
              parent $$ && kill -TERM $$ && sleep 3 && parent $$ && kill -KILL $$
            ) > /dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private Leash() {}

    /**
     * The command line to start in place of {@code command}.
     *
     * @param pidFile where the process's pid is before the command runs; its folder exists
     */
    public static List<String> on(Path pidFile, List<String> command) {
        return Stream.concat(Stream.of("/bin/sh", "-c", SCRIPT, pidFile.toString()), command.stream())
                .toList();
    }
}
