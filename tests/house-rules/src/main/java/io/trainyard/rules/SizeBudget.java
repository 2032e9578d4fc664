package io.trainyard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** How big things may get. The figures may only shrink: a breach is mended by splitting, never by raising a figure. */
public final class SizeBudget {

    static final int FILE_LINES = 400;
    static final int MEDIAN_FILE_LINES = 60;
    static final int P90_FILE_LINES = 200;
    static final int METHOD_LINES = 40;
    static final int CONSTRUCTOR_PARAMETERS = 6;
    static final int MODULE_TYPES = 25;

    private SizeBudget() {}

    /** Files that are too long, each with its way out. */
    public static List<String> longFiles(List<SourceFile> sources) {
        return sources.stream()
                .filter(file -> file.lines() > FILE_LINES)
                .map(file -> "%s has %d lines, at most %d: it has a second purpose; move that into a class of its own"
                        .formatted(file.path(), file.lines(), FILE_LINES))
                .toList();
    }

    /** Whether the module as a whole has grown thick: its median file and its 90th percentile. */
    public static List<String> thickModule(List<SourceFile> sources) {
        List<Integer> lines = sources.stream().map(SourceFile::lines).sorted().toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        int middle = lines.size() / 2;
        double median = lines.size() % 2 == 1 ? lines.get(middle) : (lines.get(middle - 1) + lines.get(middle)) / 2.0;
        int p90 = lines.get((int) (lines.size() * 0.9));
        List<String> breaches = new ArrayList<>();
        if (median > MEDIAN_FILE_LINES) {
            breaches.add(String.format(
                    Locale.ROOT,
                    "the module's median file has %.1f lines, at most %d: split the classes that do two things",
                    median,
                    MEDIAN_FILE_LINES));
        }
        if (p90 > P90_FILE_LINES) {
            breaches.add("one file in ten has %d lines or more, at most %d: split the longest ones"
                    .formatted(p90, P90_FILE_LINES));
        }
        return breaches;
    }

    /** Methods that do not fit one screen. */
    public static List<String> longMethods(List<SourceFile> sources) {
        return methods(
                sources,
                "%s:%d %s has %d lines, at most " + METHOD_LINES + ": give its steps names by making them methods",
                method -> method.lines() > METHOD_LINES,
                SourceMethod::lines);
    }

    /** Constructors of classes that need too much; records are exempt, their components are a wire shape. */
    public static List<String> wideConstructors(List<SourceFile> sources) {
        return methods(
                sources,
                "%s:%d %s takes %d parameters, at most " + CONSTRUCTOR_PARAMETERS
                        + ": it does too much, or some of them belong together in a record",
                method -> method.classConstructor() && method.parameters() > CONSTRUCTOR_PARAMETERS,
                SourceMethod::parameters);
    }

    /** Services and support modules that hold more types than a reader can hold in mind. */
    public static List<String> crowdedModule(List<SourceFile> sources) {
        long types = sources.stream().filter(file -> !file.isPackageInfo()).count();
        return types <= MODULE_TYPES
                ? List.of()
                : List.of(
                        "%d types in one module, at most %d: it serves two purposes; make the second a module of its own"
                                .formatted(types, MODULE_TYPES));
    }

    private static List<String> methods(
            List<SourceFile> sources,
            String message,
            Predicate<SourceMethod> breach,
            Function<SourceMethod, Object> figure) {
        return sources.stream()
                .flatMap(file -> file.methods().stream()
                        .filter(breach)
                        .map(method ->
                                message.formatted(file.path(), method.line(), method.name(), figure.apply(method))))
                .toList();
    }
}
