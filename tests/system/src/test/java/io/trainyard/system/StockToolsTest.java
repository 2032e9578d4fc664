package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The stock AWS CLI and boto3 against the address and keys that {@code trainyard env} prints. */
@ExtendWith(SharedDeployment.class)
class StockToolsTest {

    private static final int CALLS = 60;
    private static final Pattern LAST_LINE = Pattern.compile("(\\d+) calls of 8 services, all as on AWS");

    private final Deployment deployment;

    @TempDir
    Path folder = Path.of("");

    StockToolsTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void theyFindEveryServiceAsOnAwsAndAreRefusedWithWrongKeys() throws IOException {
        assumeThere("the AWS CLI (aws)", "aws", "--version");
        assumeThere("boto3 of python3", "python3", "-c", "import boto3");
        var script = folder.resolve("stock_tools.py");
        try (var source = StockToolsTest.class.getResourceAsStream("stock_tools.py")) {
            Files.copy(source, script);
        }

        var said = deployment
                .shell(
                        "python3",
                        script.toString(),
                        "stock-tools-" + ProcessHandle.current().pid())
                .well()
                .out();

        System.out.println(said.lines().toList().getLast());
        var last = LAST_LINE.matcher(said);
        assertThat(last.find()).as(said).isTrue();
        assertThat(Integer.parseInt(last.group(1))).isGreaterThanOrEqualTo(CALLS);
    }

    private static void assumeThere(String tool, String... command) {
        boolean there;
        try {
            there = Launcher.run(List.of(command), Map.of()).status() == 0;
        } catch (RuntimeException e) {
            there = false;
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(tool + " is there").isTrue();
        }
        assumeTrue(there, tool + " is not there");
    }
}
