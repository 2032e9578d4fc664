package io.trainyard.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.SampleServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeClientTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyProcessLoadsTheOneLibraryOfItsAccount() throws Exception {
        var flags = NativeClient.flags(SampleServices.runtime(), folder);

        assertThat(flags).singleElement().satisfies(flag -> {
            assertThat(flag).startsWith("-Dcom.amazonaws.").contains("NativeClient.JNI=" + folder);
            assertThat(Path.of(flag.substring(flag.indexOf('=') + 1))).isNotEmptyFile();
        });
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aClientWithoutALibraryNeedsNoFlag() {
        assertThat(NativeClient.flags(new FunctionRuntime(List.of(), "none"), folder))
                .isEmpty();
    }
}
