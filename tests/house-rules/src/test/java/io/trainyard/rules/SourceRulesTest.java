package io.trainyard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

    private static final String FOLDER = "src/main/java/p";

    @TempDir
    private Path module;

    @Test
    void namesAFileThatIsTooLongAndAModuleThatIsThick() throws IOException {
        write("Long.java", "package p;\nclass Long {\n" + "// a line\n".repeat(400) + "}\n");

        assertThat(SizeBudget.longFiles(sources())).singleElement().asString().contains("Long.java has 403 lines");
        assertThat(SizeBudget.thickModule(sources()))
                .anySatisfy(breach -> assertThat(breach).contains("median file has 403.0 lines"))
                .anySatisfy(breach -> assertThat(breach).contains("one file in ten has 403 lines"));
    }

    @Test
    void namesAMethodThatIsTooLongButNotOneThatJustFits() throws IOException {
        write("Methods.java", "package p;\nclass Methods {\n" + method("fits", 38) + method("tooLong", 39) + "}\n");

        assertThat(SizeBudget.longMethods(sources()))
                .singleElement()
                .asString()
                .contains("Methods.tooLong has 41 lines")
                .contains("give its steps names");
    }

    @Test
    void namesAConstructorThatTakesTooMuchButNoRecord() throws IOException {
        String seven = "int a, int b, int c, int d, int e, int f, int g";
        write("Wide.java", "package p;\nclass Wide { Wide(" + seven + ") {} }\n");
        write("Shape.java", "package p;\nrecord Shape(" + seven + ") { Shape {} }\n");

        assertThat(SizeBudget.wideConstructors(sources()))
                .singleElement()
                .asString()
                .contains("Wide.Wide takes 7 parameters")
                .contains("belong together in a record");
    }

    @Test
    void namesACrowdedModule() throws IOException {
        write("package-info.java", "package p;\n");
        for (int i : IntStream.rangeClosed(1, 25).toArray()) {
            write("Type" + i + ".java", "package p;\nclass Type" + i + " {}\n");
        }
        assertThat(SizeBudget.crowdedModule(sources())).isEmpty();

        write("Type26.java", "package p;\nclass Type26 {}\n");
        assertThat(SizeBudget.crowdedModule(sources()))
                .singleElement()
                .asString()
                .contains("26 types");
    }

    @Test
    void namesAPublicTypeWithoutJavadocAndNoOther() throws IOException {
        write(
                "Silent.java",
                "package p;\npublic class Silent { public record Inner() {} }\nclass Hidden { public record Deep() {} }\n");
        write("Said.java", "package p;\n/** Says so. */\n@Deprecated\npublic class Said {}\n");

        assertThat(DocumentationRules.silentTypes(sources()))
                .satisfiesExactly(
                        outer -> assertThat(outer).contains("Silent is public and has no Javadoc"),
                        inner -> assertThat(inner).contains("Inner is public and has no Javadoc"));
    }

    @Test
    void namesAPackageThatIsNotMarkedOrNotDescribed() throws IOException {
        write("Type.java", "package p;\nclass Type {}\n");
        assertThat(DocumentationRules.unmarkedPackages(module, sources())).hasSize(2);

        write("package-info.java", "@NullMarked\npackage p;\n");
        assertThat(DocumentationRules.unmarkedPackages(module, sources()))
                .singleElement()
                .asString()
                .contains("a Javadoc line");

        write("package-info.java", "/** Of p. */\n@NullMarked\npackage p;\n");
        assertThat(DocumentationRules.unmarkedPackages(module, sources())).isEmpty();
    }

    @Test
    void aModuleWithoutSourcesKeepsEveryRule() {
        assertThat(sources()).isEmpty();
        assertThat(SizeBudget.thickModule(sources())).isEmpty();
    }

    private static String method(String name, int lines) {
        return "void " + name + "() {\n" + "int i;\n".repeat(lines) + "}\n";
    }

    private List<SourceFile> sources() {
        return SourceFile.below(module, "src/main/java");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(module.resolve(FOLDER));
        Files.writeString(module.resolve(FOLDER).resolve(name), text);
    }
}
