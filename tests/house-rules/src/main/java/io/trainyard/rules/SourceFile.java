package io.trainyard.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One Java file as written, read with the JDK's own parser: sizes and Javadoc are not in the class file.
 *
 * @param path the file inside its module with forward slashes
 * @param lines how many lines it has
 * @param types every class, interface, record and enum in it, nested ones too
 * @param methods every method and constructor with a body
 */
public record SourceFile(String path, int lines, List<SourceType> types, List<SourceMethod> methods) {

    public SourceFile {
        types = List.copyOf(types);
        methods = List.copyOf(methods);
    }

    /** Whether this is a {@code package-info.java}. */
    public boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    /** The folder, which is the package, for example {@code src/main/java/io/trainyard/events}. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Every Java file below a folder of a module, in the order of their paths; empty where there is no such folder. */
    public static List<SourceFile> below(Path module, String folder) {
        List<Path> files = javaFiles(module.resolve(folder));
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, ignored -> {}, null, null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            List<SourceFile> read = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                read.add(SourceReader.read(relative(module, file), unit, trees));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relative(Path module, Path file) {
        return module.toAbsolutePath()
                .relativize(file.toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }
}
