package io.trainyard.local.sagemaker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** An account with one training job under way and one endpoint in service, for a test to kill. */
final class AccountProcess {

    private AccountProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        TestAccount account = new TestAccount(home);
        Serving.train(account);
        Serving.create(account, "kept", Map.of());
        Serving.settled(account, "kept");
        Jobs.create(
                account.sageMaker,
                "running",
                Map.of("mode", "wait"),
                request -> request.checkpointConfig(
                        checkpoint -> checkpoint.s3Uri("s3://ty-local-artifacts/checkpoints/running")));
        TestAccount.eventually(() -> Optional.of(home.resolve("s3/ty-local-artifacts/checkpoints/running/epoch"))
                .filter(Files::exists));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
