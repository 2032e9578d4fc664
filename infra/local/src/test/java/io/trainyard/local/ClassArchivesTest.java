package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** The archive is kept where its folder is, as long as the package is the same. */
class ClassArchivesTest extends AccountTestCase {

    @Override
    AccountOptions options() {
        var services = folder.resolve("services");
        if (!Files.exists(services)) {
            SampleServices.writeListener(services, "sample");
        }
        return AccountOptions.in(folder.resolve("home"))
                .withServices(services)
                .withTuning(AccountOptions.Tuning.standard().withRuntime(SampleServices.runtime()));
    }

    @Test
    void aFunctionThatEndsInPeaceLeavesAnArchiveForTheNext() throws IOException {
        Path archives = Files.createDirectories(folder.resolve("home/functions/archives"));
        invoke();
        restart();

        assertThat(files(archives)).singleElement().asString().endsWith(".jsa");
        invoke();
        restart();
        assertThat(files(archives)).hasSize(1);
    }

    @Test
    void withoutTheFolderNothingIsWritten() {
        invoke();
        restart();

        assertThat(folder.resolve("home/functions/archives")).doesNotExist();
    }

    private void invoke() {
        try (var lambda = clients.lambda()) {
            var answer =
                    lambda.invoke(call -> call.functionName("ty-local-sample").payload(SdkBytes.fromUtf8String("{}")));
            assertThat(answer.functionError()).isNull();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
