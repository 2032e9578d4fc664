package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The minimal example made, found unchanged and taken down in an AWS that nobody here wrote. */
class ApplyTest {

    private static final String[] VARIABLES = {"-var=env=dev", "-var=account=123456789012", "-var=region=eu-west-1"};
    private static final List<String> MATTERS = List.of(
            "aws_lambda_function", "aws_sqs_queue", "aws_cloudwatch_event_rule", "aws_iam_role", "aws_dynamodb_table");
    private static final Pattern APPLIED =
            Pattern.compile("Apply complete! Resources: (\\d+) added, 0 changed, 0 destroyed");
    private static final Pattern DESTROYED = Pattern.compile("Destroy complete! Resources: (\\d+) destroyed");

    @Test
    void isMadeFoundUnchangedAndTakenDown() {
        var workspace = Workspace.fresh(Path.of("target/apply").toAbsolutePath());
        MotoLacks.layOver(workspace);
        packages(workspace);
        try (var moto = MotoServer.start()) {
            var minimal = Terraform.initialised(workspace.module("examples/minimal"), credentials(moto));

            var applied = figure(APPLIED, run(minimal, "apply", "-auto-approve"));
            assertThat(run(minimal, "plan", "-detailed-exitcode")).contains("No changes.");
            var destroyed = figure(DESTROYED, run(minimal, "destroy", "-auto-approve"));

            assertThat(applied).isPositive().isEqualTo(destroyed);
            System.out.println("applied to moto's server: " + applied
                    + " resources, a second plan found nothing to change, destroyed " + destroyed + "; left out: "
                    + MotoLacks.parts().size());
        }
    }

    @Test
    void littleIsLeftOutAndNothingThatMatters() {
        assertThat(MotoLacks.parts()).hasSizeLessThanOrEqualTo(8).allSatisfy(part -> {
            assertThat(part.reason()).as(part.text()).contains(": ");
            assertThat(part.resources()).hasSize(1);
        });
        assertThat(MotoLacks.parts())
                .filteredOn(MotoLacks.Part::leavesOut)
                .flatExtracting(MotoLacks.Part::resources)
                .doesNotContainAnyElementsOf(MATTERS);
    }

    private static String run(Terraform terraform, String command, String more) {
        return terraform.succeed(
                command, "-input=false", "-parallelism=20", more, VARIABLES[0], VARIABLES[1], VARIABLES[2]);
    }

    private static int figure(Pattern pattern, String output) {
        var matcher = pattern.matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static Map<String, String> credentials(MotoServer moto) {
        return Map.of(
                "AWS_ENDPOINT_URL", moto.address(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    /** moto keeps a function's package and never runs it. */
    private static void packages(Workspace workspace) {
        for (var description : Checkout.files(workspace.services(), "/service.yaml")) {
            var file = description.resolveSibling("target/function.zip");
            try {
                Files.createDirectories(file.getParent());
                try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                    zip.putNextEntry(new ZipEntry("bootstrap"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
