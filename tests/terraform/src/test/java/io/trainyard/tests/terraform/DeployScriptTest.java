package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./trainyard deploy} asks AWS beside Terraform, asked of moto's server. */
class DeployScriptTest {

    private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/ty-dev-trainer:0.1.0";
    private static final String MANIFEST = """
            {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
             "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1, "digest": "sha256:%s"}, "layers": []}
            """.formatted("0".repeat(64));

    private static MotoServer moto;

    @TempDir
    private Path place;

    @BeforeAll
    static void start() {
        if (!Terraform.isOnPath("aws")) {
            Terraform.missing("aws is not on the PATH, so nothing of deploy.bash was tested");
        }
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void asksForThreeZonesOfTheRegion() throws Exception {
        assertThat(new ObjectMapper().readTree(run("zones")))
                .extracting(JsonNode::asText)
                .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1c");
    }

    /** The repository's tags are immutable: a second push of one would end the deployment before its smoke test. */
    @Test
    void pushesATagOnce() throws Exception {
        Files.writeString(place.resolve("apply.log"), "Outputs:\n\n    trainer_image = \"" + IMAGE + "\"\n");
        assertThat(run("push_trainer")).contains("is not pushed", "docker push " + IMAGE);

        run("aws_call ecr create-repository --repository-name ty-dev-trainer");
        assertThat(run("push_trainer")).contains("is not pushed");

        run("aws_call ecr put-image --repository-name ty-dev-trainer --image-tag 0.1.0 --image-manifest '" + MANIFEST
                + "'");
        assertThat(run("push_trainer")).contains(IMAGE + " is there and is never overwritten");
    }

    /** Runs functions of the script with Docker out of reach, and answers what they print. */
    private String run(String functions) throws IOException, InterruptedException {
        String script = """
                set -u
                say() { printf '%%s\\n' "$*"; }
                die() { printf '%%s\\n' "$*"; exit 70; }
                docker() { return 1; }
                region=eu-west-1 place=%s
                . %s
                %s
                """.formatted(place, Checkout.TERRAFORM.resolve("deploy.bash"), functions);
        var builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", moto.address(),
                        "AWS_ACCESS_KEY_ID", "testing",
                        "AWS_SECRET_ACCESS_KEY", "testing",
                        "AWS_REGION", "eu-west-1",
                        "AWS_DEFAULT_REGION", "eu-west-1"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
