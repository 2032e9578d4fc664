package io.trainyard.local.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a function process, for the JDK that the account itself runs on. */
final class Command {

    private static final int LEAST_HEAP = 96;
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private Command() {}

    static List<String> of(FunctionPackage unpacked, FunctionRuntime runtime, List<String> clientFlags, int memory) {
        // Half of the memory is heap; classes, code and threads need the rest.
        String heap = "-Xmx" + Math.max(LEAST_HEAP, memory / 2) + "m";
        if (unpacked.isNative()) {
            // A native executable takes it for itself; without it, its heap is most of the machine's memory.
            return List.of(unpacked.bootstrap().toString(), heap);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xss512k", "-XX:-UsePerfData"));
        command.addAll(flagsOf(Runtime.version().feature()));
        command.addAll(clientFlags);
        command.add("-cp");
        command.add(Stream.concat(unpacked.jars().stream(), runtime.jars().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(CLIENT);
        command.add(runtime.handler());
        return command;
    }

    /** What newer JDKs close and Quarkus and the client still reach into. */
    static List<String> flagsOf(int feature) {
        return feature >= 24
                ? List.of(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow")
                : List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");
    }
}
