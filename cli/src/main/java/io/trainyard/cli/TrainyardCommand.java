package io.trainyard.cli;

import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.output.Printer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code trainyard} itself: the options that all commands share, and the way to the account they ask. */
@Command(
        name = "trainyard",
        description = "Trains, deploys and serves models on AWS, or on this machine alone.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the job failed, was rejected or was cancelled",
            "2:wrong command line or input; nothing was started",
            "3:no account is running, nothing answers, or doctor missed something",
            "4:refused: unknown job or model, or wrong state",
            "5:the demo's model missed its target",
            "69:audit could not look: nothing was checked",
            "70:a defect, or the launcher could not build",
            "130:stopped by Ctrl-C"
        })
public final class TrainyardCommand {

    private final Surroundings surroundings;

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "text or json (default: text)")
    OutputFormat output = OutputFormat.TEXT;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            description = "where the local account keeps its state (default: TRAINYARD_HOME, else ~/.trainyard/local)")
    @Nullable
    Path home;

    @Option(
            names = "--endpoint",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "the HTTP API to ask (default: the running local account's)")
    @Nullable
    URI endpoint;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "no colours; so does NO_COLOR")
    boolean plain;

    public TrainyardCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Printer printer() {
        return new Printer(surroundings, output == OutputFormat.JSON, !plain);
    }

    /** The home that the command is about. */
    public Home home() {
        return namedHome().orElseGet(() -> new Home(Path.of(System.getProperty("user.home"), ".trainyard", "local")));
    }

    /** The home that an option or the environment names. */
    public Optional<Home> namedHome() {
        String named = surroundings.environment().getOrDefault("TRAINYARD_HOME", "");
        return Optional.ofNullable(home)
                .or(() -> named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named)))
                .map(path -> new Home(surroundings.resolve(path)));
    }

    /** The account that runs in that home, or the end of the command. */
    public RunningAccount account() {
        return RunningAccount.in(home())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "no account is running in %s; start one with ./trainyard up".formatted(home().folder())));
    }

    /** The API that the command asks: the account's, or the one that is named, with the token that the environment holds. */
    public Api api() {
        Optional<String> token = Optional.ofNullable(surroundings.environment().get("TRAINYARD_TOKEN"));
        return endpoint == null ? Api.of(account()) : new Api(endpoint, () -> token.or(this::ownToken));
    }

    /** The account's on this machine are for itself: no other address is told one. */
    private Optional<String> ownToken() {
        return RunningAccount.in(home())
                .filter(account -> account.endpoint().equals(endpoint))
                .flatMap(RunningAccount::token);
    }
}
