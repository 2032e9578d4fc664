package io.trainyard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"trainyard " + text(), "java " + Runtime.version()};
    }

    /** For example {@code 0.1.0-SNAPSHOT}. */
    public static String text() {
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
