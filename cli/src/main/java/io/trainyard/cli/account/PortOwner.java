package io.trainyard.cli.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as this user may know: from {@code /proc} on Linux, from {@code lsof} elsewhere.
 *
 * @param name of its program
 */
public record PortOwner(String name, long pid) {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** Whether 127.0.0.1 can be listened on there; 0 always can. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Who has the port; empty where nobody has, or it cannot be known. */
    public static Optional<PortOwner> of(int port) {
        return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    }

    @Override
    public String toString() {
        return name + " (process " + pid + ")";
    }

    private static Optional<PortOwner> fromProc(int port) {
        List<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(file -> lines(Path.of(file)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTENING))
                .filter(fields -> fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port)))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .toList();
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(PortOwner::named);
    }

    private static boolean holds(long pid, List<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(link -> sockets.contains(target(link)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private static Optional<PortOwner> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
            String pids = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return pids.lines()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .map(PortOwner::named);
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    private static PortOwner named(ProcessHandle process) {
        String name = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a process");
        return new PortOwner(name, process.pid());
    }
}
