package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import picocli.CommandLine.Command;

/** Commands that the launcher carries out before this process would start; they stand here for the help. */
public sealed interface LauncherCommand extends Runnable {

    @Override
    default void run() {
        throw new CommandFailure(
                ExitCode.BAD_INPUT, "this is a command of the launcher: run it as ./trainyard in the checkout");
    }

    /** Packages what is stale. */
    @Command(
            name = "build",
            description =
                    "Package what is stale (every other command does so by itself); all as native executables with --native.")
    final class Build implements LauncherCommand {}

    /** Runs every test. */
    @Command(name = "verify", description = "Run every test; the last line counts them.")
    final class Verify implements LauncherCommand {}

    /** Explores faults. */
    @Command(name = "simulate", description = "Run the services on a virtual clock with faults: a seed, or many.")
    final class Simulate implements LauncherCommand {}

    /** Kills and loses what it can while jobs run. */
    @Command(name = "chaos", description = "Run jobs while functions and the account are killed and AWS misbehaves.")
    final class Chaos implements LauncherCommand {}

    /** Runs Maven. */
    @Command(name = "mvn", description = "Run Maven with the JDK and the Maven that the launcher found.")
    final class Mvn implements LauncherCommand {}

    /** Measures. */
    @Command(name = "bench", description = "Measure against the targets: target, measured, met or missed.")
    final class Bench implements LauncherCommand {}

    /** Tries a service against what AWS documents. */
    @Command(name = "conformance", description = "Try a DynamoDB, the local one or any, against what AWS documents.")
    final class Conformance implements LauncherCommand {}

    /** Kills again and again. */
    @Command(
            name = "soak",
            description = "Run jobs while the account and its functions are killed; count what became of them.")
    final class Soak implements LauncherCommand {}

    /** Loses events, or sends a crowd. */
    @Command(
            name = "watchdog",
            description = "Lose events, or send a crowd of jobs; judged by SageMaker's own ledger of calls.")
    final class Watchdog implements LauncherCommand {}

    /** Deploys to AWS. */
    @Command(name = "deploy", description = "Deploy to an AWS account: the plan is shown and confirmed (--env NAME).")
    final class Deploy implements LauncherCommand {}

    /** Tries a deployment. */
    @Command(name = "smoke", description = "Send a probe job through a deployment's real bus (--env NAME).")
    final class Smoke implements LauncherCommand {}

    /** Takes a deployment down. */
    @Command(name = "destroy", description = "Take a deployment down, with its data (--env NAME).")
    final class Destroy implements LauncherCommand {}

    /** Lists what is shipped. */
    @Command(name = "sbom", description = "List every library that is shipped, by CycloneDX: target/bom.json.")
    final class Sbom implements LauncherCommand {}

    /** Lists licences. */
    @Command(name = "licences", description = "Print each library with its licence, where the list is up to date.")
    final class Licences implements LauncherCommand {}

    /** Looks for known vulnerabilities. */
    @Command(name = "audit", description = "Look every library up among the known vulnerabilities of OSV.")
    final class Audit implements LauncherCommand {}

    /** Builds twice. */
    @Command(name = "reproducible", description = "Build functions of one commit twice and say what differs.")
    final class Reproducible implements LauncherCommand {}
}
