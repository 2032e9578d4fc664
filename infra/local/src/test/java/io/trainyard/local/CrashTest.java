package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.home.Home;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

/** The account as a process that is killed, ended and started again. */
class CrashTest {

    private static final int EVENTS = 40;
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:heard";

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAnsweredWhenItIsKilled() throws Exception {
        try (var account = AccountProcess.start(folder.resolve("home"));
                var clients = account.clients()) {
            listen(clients);
            for (int n = 0; n < EVENTS; n++) {
                put(clients, n);
            }
            clients.s3().putObject(it -> it.bucket("ty-local-artifacts").key("k"), RequestBody.fromString("kept"));
            clients.sns()
                    .publish(it -> it.topicArn("arn:aws:sns:eu-west-1:123456789012:ty-local-notices")
                            .message("m"));
            schedule(clients);
            account.crash();
        }

        try (var account = AccountProcess.start(folder.resolve("home"));
                var clients = account.clients()) {
            assertThat(received(clients)).hasSize(EVENTS);
            assertThat(clients.s3()
                            .getObjectAsBytes(
                                    it -> it.bucket("ty-local-artifacts").key("k"))
                            .asUtf8String())
                    .isEqualTo("kept");
            assertThat(clients.scheduler()
                            .getSchedule(it -> it.groupName("ty-local-timers").name("later"))
                            .scheduleExpression())
                    .isEqualTo("rate(1 hour)");
        }
    }

    @Test
    void leavesNoFunctionProcessBehindHoweverItEnds() throws Exception {
        var services = folder.resolve("services");
        SampleServices.writeListener(services, "sample");
        var arguments = new String[] {
            "--services", services.toString(), "--handler", SampleFunction.class.getName() + "::handleRequest"
        };
        long orphan;
        try (var account = AccountProcess.start(folder.resolve("home"), arguments);
                var clients = account.clients()) {
            orphan = functionPid(clients);
            account.crash();
            Waiting.until(() -> alive(orphan), alive -> !alive);
        }
        try (var account = AccountProcess.start(folder.resolve("home"), arguments);
                var clients = account.clients()) {
            var child = functionPid(clients);
            account.end();

            assertThat(alive(child)).isFalse();
            assertThat(Home.running(folder.resolve("home"))).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatAnotherAccountHolds() throws Exception {
        try (var first = AccountProcess.start(folder.resolve("home"))) {
            first.ready();
            try (var second = AccountProcess.start(folder.resolve("home"))) {
                assertThat(second.process().waitFor()).isEqualTo(2);
                assertThat(second.said()).contains("another account runs in").contains("--home");
            }
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    /** As after a half finished build: a jar is missing, and what needs it is first asked for when parts run already. */
    @Test
    void endsAtOnceWithItsReasonWhenSomethingIsMissingAtItsStart() throws Exception {
        var incomplete = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.contains("event-ruler"))
                .collect(Collectors.joining(File.pathSeparator));
        try (var account = AccountProcess.start(incomplete, folder.resolve("home"))) {
            assertThat(account.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(account.process().exitValue()).isEqualTo(70);
            assertThat(account.said())
                    .contains("The account did not start: java.lang.NoClassDefFoundError: software/amazon/event/ruler");
        }
    }

    private static void listen(Clients clients) {
        clients.sqs().createQueue(it -> it.queueName("heard"));
        clients.events()
                .putRule(it -> it.eventBusName("ty-local").name("heard").eventPattern("{\"source\": [\"acme\"]}"));
        clients.events()
                .putTargets(it -> it.eventBusName("ty-local")
                        .rule("heard")
                        .targets(Target.builder().id("q").arn(QUEUE).build()));
    }

    private static void put(Clients clients, int n) {
        clients.events()
                .putEvents(it -> it.entries(PutEventsRequestEntry.builder()
                        .eventBusName("ty-local")
                        .source("acme")
                        .detailType("counted")
                        .detail("{\"n\": " + n + "}")
                        .build()));
    }

    private static void schedule(Clients clients) {
        clients.scheduler()
                .createSchedule(it -> it.groupName("ty-local-timers")
                        .name("later")
                        .scheduleExpression("rate(1 hour)")
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn(QUEUE)
                                .roleArn("arn:aws:iam::123456789012:role/r")
                                .input("x")));
    }

    private static Set<String> received(Clients clients) {
        var sqs = clients.sqs();
        var url = sqs.getQueueUrl(it -> it.queueName("heard")).queueUrl();
        var bodies = new HashSet<String>();
        while (true) {
            var messages = sqs.receiveMessage(it -> it.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            if (messages.isEmpty()) {
                return bodies;
            }
            messages.forEach(message -> bodies.add(message.body()));
        }
    }

    private static long functionPid(Clients clients) throws Exception {
        var answer = clients.lambda()
                .invoke(it -> it.functionName("ty-local-sample").payload(SdkBytes.fromUtf8String("{}")));
        return new ObjectMapper()
                .readTree(answer.payload().asByteArray())
                .path("pid")
                .asLong();
    }

    /** A process that has ended but that nobody has reaped yet has no command any more. */
    private static boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }
}
