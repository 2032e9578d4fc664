package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the account's process is called. */
public final class AccountCommandLine {

    private static final String MAIN = "io.trainyard.local.Account";
    private static final Path NOHUP = Path.of("/usr/bin/nohup");

    private final Surroundings surroundings;
    private final Home home;
    private final List<String> content;

    private AccountCommandLine(Surroundings surroundings, Home home, List<String> content) {
        this.surroundings = surroundings;
        this.home = home;
        this.content = content;
    }

    /** An account with the services and the trainer of the checkout. */
    public static AccountCommandLine withServices(Surroundings surroundings, Home home) {
        return withServices(surroundings, home, surroundings.root().resolve("services"));
    }

    /** An account with the services of a folder and the trainer of the checkout. */
    static AccountCommandLine withServices(Surroundings surroundings, Home home, Path services) {
        Path images = surroundings.root().resolve("trainer-container/images.yaml");
        return new AccountCommandLine(
                surroundings, home, List.of("--services", services.toString(), "--containers", images.toString()));
    }

    /** An account without services. */
    static AccountCommandLine bare(Surroundings surroundings, Home home, Optional<Path> containers) {
        return new AccountCommandLine(
                surroundings,
                home,
                containers.map(file -> List.of("--containers", file.toString())).orElse(List.of()));
    }

    /**
     * The program and its arguments.
     *
     * @param port where it listens; 0 for any free port
     * @param attached whether the account ends with this process, rather than outlive it and its terminal
     */
    public List<String> of(int port, List<String> settings, boolean attached) {
        Path built = surroundings.root().resolve("infra/local/target");
        Path jar = built.resolve("trainyard-local-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(ExitCode.UNREACHABLE, jar + " is not built; run ./trainyard build");
        }
        Jdk jdk = Jdk.require(surroundings.environment());
        List<String> command = new ArrayList<>();
        if (!attached && Files.isExecutable(NOHUP)) {
            command.add(NOHUP.toString());
        }
        command.add(jdk.java().toString());
        command.addAll(flags(built, jdk.version().feature()));
        command.add("-Djava.io.tmpdir=" + home.temporary());
        command.addAll(List.of("-cp", jar + File.pathSeparator + built.resolve("lib") + File.separator + "*", MAIN));
        command.addAll(List.of("--home", home.folder().toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--env", "local"));
        command.addAll(content);
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        if (attached) {
            command.add("--attached");
        }
        return List.copyOf(command);
    }

    /**
     * The serial collector and a small heap, from a beginning that does not depend on how much memory the machine has: the account
     * is idle most of the time and shares the machine with training.
     */
    private static List<String> flags(Path built, int java) {
        List<String> flags =
                new ArrayList<>(List.of("-Xms96m", "-Xmn48m", "-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        if (java >= 24) {
            flags.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        if (ClassArchive.isOf(built, java)) {
            flags.addAll(ClassArchive.flags(built, java));
        }
        return flags;
    }
}
