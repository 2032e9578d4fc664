package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        }
        rows.addAll(natives());
        return rows;
    }

    /** Those that a native build has left: the package of the JVM takes their place in function.zip, not their own. */
    private List<Row> natives() throws IOException, InterruptedException {
        Path folder = Folders.temporary();
        try {
            Path root = surroundings.root().resolve("services");
            NativeServices services = NativeServices.write(root, folder);
            if (services.built().isEmpty()) {
                return List.of(Row.notRun("native executables", "-", "none is built: ./trainyard build --native"));
            }
            return natives(services);
        } finally {
            Folders.remove(folder);
        }
    }

    private List<Row> natives(NativeServices services) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Arena arena = Arena.plain(surroundings, services.folder(), List.of());
                LambdaClient lambda = AwsCalls.lambda(arena.account())) {
            for (ColdFunction function : ColdFunction.all(arena.account().endpoint(), lambda)) {
                String service = function.name().substring(PREFIX.length());
                if (services.built().containsKey(service)) {
                    Path zip = services.folder().resolve(service).resolve("function.zip");
                    String words = starts(function).words() + "; zip " + megabytes(zip) + " MB, built "
                            + services.built().get(service);
                    rows.add(measured(service, "native", words));
                }
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
        Path zip = surroundings.root().resolve("services").resolve(service).resolve("target/function.zip");
        long gain = Math.round(
                100 * (1 - archived.seconds().median() / plain.seconds().median()));
        String words = plain.words() + "; class archive " + archived.words() + " (-" + gain + " %); zip "
                + megabytes(zip) + " MB";
        return measured(service, "JVM", words);
    }

    private static Row measured(String service, String kind, String words) {
        return new Row(
                "cold start of " + service + ", " + kind,
                "-",
                words,
                TIMES + " processes each",
                "-",
                Verdict.MEASURED,
                List.of());
    }

    private static long megabytes(Path file) throws IOException {
        return Math.round(Files.size(file) / MEGABYTE);
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
}
