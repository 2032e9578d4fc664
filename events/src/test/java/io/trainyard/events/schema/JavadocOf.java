package io.trainyard.events.schema;

import io.trainyard.events.json.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes descriptions out of the Javadoc of our own records, so that a schema says what the type says. */
final class JavadocOf {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern OF_TYPE =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*public ", Pattern.DOTALL);

    private JavadocOf() {}

    /** What the type is, without its parameters. */
    static Optional<String> type(Class<?> type) {
        return text(type).map(text -> text.split("\n@", 2)[0]).map(JavadocOf::plain);
    }

    /** What its Javadoc says of one of its components. */
    static Optional<String> component(Class<?> type, String name) {
        Pattern parameter = Pattern.compile("\n@param " + name + " (.*?)(?=\n@|$)", Pattern.DOTALL);
        return text(type).map(parameter::matcher).filter(Matcher::find).map(found -> plain(found.group(1)));
    }

    private static Optional<String> text(Class<?> type) {
        Path file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher javadoc = OF_TYPE.matcher(Expected.read(file));
        return javadoc.find()
                ? Optional.of(javadoc.group(1).replaceAll("\n \\* ?", "\n").strip())
                : Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replace("<p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
