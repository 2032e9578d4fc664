package io.trainyard.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Stands for the account in tests of how it is started and stopped: same name, same options, nothing behind them. */
public final class Account {

    private Account() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        Path home = Path.of(options.get(options.indexOf("--home") + 1));
        if (Files.exists(home.resolve("broken"))) {
            System.out.println("the store is broken");
            System.exit(1);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_trainyard/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(
                home.resolve("account.json"),
                "{\"pid\":%d,\"started\":\"%s\",\"endpoint\":\"http://127.0.0.1:%d\"}"
                        .formatted(
                                ProcessHandle.current().pid(),
                                Instant.now(),
                                server.getAddress().getPort()));
        new CountDownLatch(1).await();
    }
}
