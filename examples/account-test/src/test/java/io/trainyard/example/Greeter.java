package io.trainyard.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A function as the team would deploy it: a class in a zip. */
public final class Greeter implements RequestStreamHandler {

    /** As Lambda names it. */
    static final String HANDLER = Greeter.class.getName() + "::handleRequest";

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var name = new String(input.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\W", "");
        output.write(("\"" + System.getenv("GREETING") + ", " + name + "\"").getBytes(StandardCharsets.UTF_8));
    }

    /** The zip that a build would have made. */
    static Path packed(Path folder) throws IOException {
        var entry = Greeter.class.getName().replace('.', '/') + ".class";
        var archive = folder.resolve("function.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var code = Greeter.class.getClassLoader().getResourceAsStream(entry)) {
            zip.putNextEntry(new ZipEntry(entry));
            code.transferTo(zip);
        }
        return archive;
    }
}
