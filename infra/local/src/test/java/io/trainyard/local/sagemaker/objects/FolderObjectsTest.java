package io.trainyard.local.sagemaker.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest {

    @TempDir
    Path root;

    FolderObjects objects;

    @BeforeEach
    void put() throws IOException {
        objects = new FolderObjects(root);
        Path content = Files.writeString(root.resolve("content"), "x");
        for (String key : new String[] {"a/1.csv", "a/2.csv", "ab/3.csv", "b.csv"}) {
            objects.put(new S3Location("bucket", key), content);
        }
    }

    @Test
    void listsByPrefixOfTheKeyNotByFolder() throws IOException {
        assertThat(objects.list(S3Location.of("s3://bucket/a")))
                .extracting(S3Location::key)
                .containsExactly("a/1.csv", "a/2.csv", "ab/3.csv");
        assertThat(objects.list(S3Location.of("s3://bucket/a/"))).hasSize(2);
        assertThat(objects.list(S3Location.of("s3://bucket/b.csv"))).hasSize(1);
        assertThat(objects.list(S3Location.of("s3://nowhere/a"))).isEmpty();
    }

    @Test
    void readsWhatWasPut() throws IOException {
        assertThat(objects.open(S3Location.of("s3://bucket/a/1.csv")).readAllBytes())
                .asString()
                .isEqualTo("x");
        assertThatThrownBy(() -> objects.open(S3Location.of("s3://bucket/a/9.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void staysInsideItsBucket() {
        assertThat(S3Location.parse("https://bucket/a")).isEmpty();
        assertThatThrownBy(() -> objects.open(S3Location.of("s3://bucket/../content")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
