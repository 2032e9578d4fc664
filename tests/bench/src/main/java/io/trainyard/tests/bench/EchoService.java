package io.trainyard.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of services with one in it, whose function is {@link EchoFunction}. */
final class EchoService {

    static final String FUNCTION = "ty-local-echo";

    private static final String DESCRIPTION = """
            service: echo
            hears:
              - detail-type: [%s]
            queue: {visibility: 30, max-receives: 2, batch: 1}
            function: {memory: 128, timeout: 3}
            """.formatted(EchoFunction.EVENT);

    private EchoService() {}

    static Path write(Path folder) throws IOException {
        Path service = Files.createDirectories(folder.resolve("echo"));
        Files.writeString(service.resolve("service.yaml"), DESCRIPTION);
        String code = EchoFunction.class.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(Files.newOutputStream(service.resolve("function.zip")));
                var in = EchoFunction.class.getClassLoader().getResourceAsStream(code)) {
            zip.putNextEntry(new ZipEntry(code));
            in.transferTo(zip);
        }
        return folder;
    }
}
