package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * How long each service's function takes from the start of its process to its first answer, and what that process then holds: as its
 * package comes, and with an archive of the classes that it loads.
 */
final class ColdStarts implements Measurement {

    private static final int TIMES = 5;
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final String PREFIX = "ty-local-";

    private final Surroundings surroundings;

    ColdStarts(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Arena arena = Arena.open(surroundings, List.of());
                LambdaClient lambda = AwsCalls.lambda(arena.account())) {
            List<ColdFunction> functions = ColdFunction.all(arena.account().endpoint(), lambda);
            List<Cold> plain = new ArrayList<>();
            for (ColdFunction function : functions) {
                plain.add(starts(function));
            }
            // From now on the first process of a function that ends in peace leaves an archive of its classes.
            Files.createDirectories(arena.home().folder().resolve("functions/archives"));
            for (int i = 0; i < functions.size(); i++) {
                rows.add(row(functions.get(i), plain.get(i)));
            }
            if (rows.stream().noneMatch(row -> row.measure().endsWith("native"))) {
                rows.add(Row.notRun("native executables", "-", "none is built: ./trainyard mvn package -Dnative"));
            }
        }
        return rows;
    }

    private Row row(ColdFunction function, Cold plain) throws IOException, InterruptedException {
        function.kill();
        function.call();
        function.end();
        Cold archived = starts(function);
        String service = function.name().substring(PREFIX.length());
        Path target = surroundings.root().resolve("services").resolve(service).resolve("target");
        long gain = Math.round(
                100 * (1 - archived.seconds().median() / plain.seconds().median()));
        double zip = Files.size(target.resolve("function.zip")) / MEGABYTE;
        return new Row(
                "cold start of " + service + (isNative(target) ? ", native" : ", JVM"),
                "-",
                plain.words() + "; class archive " + archived.words() + " (-" + gain + " %); zip " + Math.round(zip)
                        + " MB",
                TIMES + " processes each",
                "-",
                Verdict.MEASURED,
                List.of());
    }

    private static Cold starts(ColdFunction function) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        double megabytes = 0;
        for (int i = 0; i < TIMES; i++) {
            function.kill();
            seconds.add(function.call());
            megabytes = Resident.megabytes(function.processes().getFirst().pid());
        }
        return new Cold(Samples.of(seconds), megabytes);
    }

    private static boolean isNative(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith("-runner"));
        }
    }
}
