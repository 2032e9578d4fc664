package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.job.S3DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** {@code ./trainyard bench}: measures everything and prints the table. Status 0 where every measurement came to an end. */
public final class Main {

    private static final String HELP = """
            Measures this checkout on this machine, in an account of its own that is gone afterwards.
              account             measure the local account by itself, beside moto's server where that is installed
              cold                start every function anew: time to its first answer, memory, and the size of its zip
              cost                count what one job uses and multiply it by AWS's list prices: POST /jobs, training,
                                  model and an endpoint for which there is room, one job after the other; nothing
                                  fails, nobody looks at it, no prediction is asked for. SageMaker's instances and
                                  storage are not in it. Status 1 where a bound is missed
              --jobs N            cost: of how many jobs the mean is taken (5)
              --at-cap            cost: of jobs for each of which the oldest endpoint is taken down
              --with-demo         measure ./trainyard demo too
              --only NAME         measure what begins with NAME (hop, whole, inference, memory, up, demo; of the
                                  account calls, signature, event, day); repeatable
              --set NAME=VALUE    a setting of the services; repeatable""";

    private static final int JOBS = 5;
    private static final int CAP = 5;

    private final Surroundings surroundings;
    private final Machine machine;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.machine = new Machine(surroundings.clock());
    }

    public static void main(String[] arguments) throws IOException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(HELP);
            return;
        }
        // Nobody logs here, and the notice that nobody does is noise.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        boolean measured = new Main(Surroundings.ofThisProcess()).run(List.of(arguments));
        System.exit(measured ? 0 : 1);
    }

    private boolean run(List<String> arguments) throws IOException {
        List<String> only = values(arguments, "--only");
        Predicate<Measurement> wanted =
                measurement -> only.isEmpty() || only.stream().anyMatch(measurement.name()::startsWith);
        if (arguments.contains("cost")) {
            return cost(arguments);
        }
        String before = machine.load();
        List<Row> rows = new ArrayList<>();
        if (arguments.contains("account")) {
            take(
                    List.of(
                            new AccountRows(surroundings),
                            new SignatureCheck(surroundings.clock()),
                            new EventToFunction(surroundings),
                            new ScheduledDay()),
                    wanted,
                    rows);
        } else if (arguments.contains("cold")) {
            take(List.of(new ColdStarts(surroundings)), wanted, rows);
        } else {
            takeAll(arguments, wanted, rows);
        }
        print(before, rows);
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.FAILED);
    }

    private boolean cost(List<String> arguments) throws IOException {
        int jobs = values(arguments, "--jobs").stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(JOBS);
        boolean atCap = arguments.contains("--at-cap");
        int warmUp = atCap ? CAP + 1 : 2;
        List<String> settings = new ArrayList<>(values(arguments, "--set"));
        settings.add("TRAINYARD_ENDPOINTS_CAP=" + (atCap ? CAP : warmUp + jobs));
        surroundings
                .err()
                .println("counting %d jobs after %d others (load %s)".formatted(jobs, warmUp, machine.load()));
        try (Arena arena = Arena.plain(surroundings, settings)) {
            var each = new CostOfJob(surroundings, arena).each(upload(arena), warmUp, jobs);
            var bill = new Bill(PriceTable.read(), each);
            surroundings.out().print(bill.text());
            surroundings.out().flush();
            return bill.isWithinBounds();
        }
    }

    private void takeAll(List<String> arguments, Predicate<Measurement> wanted, List<Row> rows) throws IOException {
        var launcher = new LauncherCall(surroundings);
        take(List.of(new UpTime(launcher)), wanted, rows);
        try (Arena arena = Arena.open(surroundings, values(arguments, "--set"))) {
            take(inside(arena), wanted, rows);
        }
        take(List.of(new DemoTime(launcher, arguments.contains("--with-demo"))), wanted, rows);
    }

    private void print(String before, List<Row> rows) {
        surroundings.out().println(machine.description());
        surroundings.out().println("load average before " + before + ", after " + machine.load() + "\n");
        surroundings.out().print(Table.of(rows));
        surroundings.out().flush();
    }

    private List<Measurement> inside(Arena arena) throws IOException {
        var jobs = new Jobs(arena.account(), surroundings);
        var requests = new JobRequests();
        String data = upload(arena);
        return List.of(
                new Hops(jobs, requests, arena.home().logs().resolve("ty-local-probe.log")),
                new WholeJobs(jobs, requests, data),
                new Door(arena, jobs, requests, data),
                new Memory(arena, jobs, requests, data, surroundings));
    }

    private static String upload(Arena arena) throws IOException {
        Path file = Files.writeString(arena.home().folder().resolve("train.csv"), "x,y\n1,2\n");
        try (var dataSets = S3DataSets.of(arena.account())) {
            return dataSets.upload(file);
        }
    }

    private void take(List<Measurement> measurements, Predicate<Measurement> wanted, List<Row> rows) {
        for (Measurement measurement : measurements.stream().filter(wanted).toList()) {
            surroundings.err().println("measuring: " + measurement.name() + " (load " + machine.load() + ")");
            try {
                List<Row> taken = measurement.take();
                taken.forEach(row -> surroundings.err().println("  " + String.join(" | ", row.cells())));
                rows.addAll(taken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rows.add(Row.failed(measurement.name(), "interrupted"));
            } catch (IOException | RuntimeException e) {
                rows.add(Row.failed(measurement.name(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static List<String> values(List<String> arguments, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals(name)) {
                values.add(arguments.get(i + 1));
            }
        }
        return List.copyOf(values);
    }
}
