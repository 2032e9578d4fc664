package io.trainyard.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.Jdk;
import io.trainyard.cli.account.PortOwner;
import io.trainyard.cli.account.RunningAccount;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the machine itself must have. Sizes are what a demo and a verify were measured to take, with room. */
final class MachineChecks {

    private static final long GIGABYTE = 1L << 30;
    private static final long LEAST_DISK = 3 * GIGABYTE;
    private static final long LEAST_MEMORY = 4 * GIGABYTE;

    private final Home home;

    MachineChecks(Home home) {
        this.home = home;
    }

    Finding java(Map<String, String> environment) {
        return Jdk.find(environment)
                .map(MachineChecks::found)
                .orElseGet(() -> Finding.problem("jdk", "none that is new enough", Jdk.fix()));
    }

    private static Finding found(Jdk jdk) {
        String found = jdk.version() + " in " + jdk.home();
        return jdk.compiles()
                ? Finding.ok("jdk", found)
                : Finding.problem("jdk", found + ", without a compiler", Jdk.fix());
    }

    Finding port(int port) {
        if (PortOwner.isFree(port)) {
            return Finding.ok("port " + port, "free");
        }
        Optional<RunningAccount> running = RunningAccount.in(home);
        if (running.isPresent() && running.get().endpoint().getPort() == port) {
            return Finding.ok(
                    "port " + port,
                    "this account's, process " + running.get().process().pid());
        }
        return Finding.problem(
                "port " + port,
                "taken" + PortOwner.of(port).map(owner -> " by " + owner).orElse(""),
                "end that process, or choose another port: ./trainyard up --port 0");
    }

    Finding disk() {
        Path there = home.folder();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            FileStore store = Files.getFileStore(there);
            String found = gigabytes(store.getUsableSpace()) + " free for " + home.folder();
            return store.getUsableSpace() >= LEAST_DISK
                    ? Finding.ok("disk", found)
                    : Finding.problem(
                            "disk", found, "free " + gigabytes(LEAST_DISK) + ", or choose another folder with --home");
        } catch (IOException e) {
            return Finding.problem("disk", "cannot look at " + there + ": " + e, "choose another folder with --home");
        }
    }

    Finding memory() {
        long all =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        String found = gigabytes(all) + " in all";
        return all >= LEAST_MEMORY
                ? Finding.ok("memory", found)
                : Finding.problem(
                        "memory",
                        found,
                        "the account with all functions and one training takes about " + gigabytes(LEAST_MEMORY)
                                + ": end other programs, or give the machine more");
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / (double) GIGABYTE);
    }
}
