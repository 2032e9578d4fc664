package io.trainyard.cli.doctor;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is looked at, in the order in which it is needed. */
public final class Doctor {

    private static final List<Tool> OPTIONAL = List.of(
            new Tool("aws", "--version", "test and use the account with the stock AWS CLI", "pip install awscli"),
            new Tool("moto_server", "--version", "compare with moto's server in verify", "pip install 'moto[server]'"),
            new Tool(
                    "docker",
                    "--version",
                    "run images that are not mapped to commands",
                    "https://docs.docker.com/engine/install"),
            new Tool("terraform", "-version", "deploy to AWS", "https://developer.hashicorp.com/terraform/install"),
            new Tool("python3", "--version", "write trainers in Python", "https://www.python.org/downloads"));

    private final Map<String, String> environment;
    private final Programs programs;
    private final MachineChecks machine;

    public Doctor(Surroundings surroundings, Home home) {
        this.environment = surroundings.environment();
        this.programs = new Programs(environment);
        this.machine = new MachineChecks(home);
    }

    /** @param port where the account is to listen */
    public List<Finding> examine(int port) {
        List<Finding> findings = new ArrayList<>();
        findings.add(machine.java(environment));
        findings.add(maven());
        findings.add(machine.port(port));
        findings.add(machine.disk());
        findings.add(machine.memory());
        OPTIONAL.forEach(tool -> findings.add(programs.version(tool)
                .map(version -> Finding.ok(tool.name(), version))
                .orElseGet(() -> Finding.optional(
                        tool.name(), "not on the PATH", "to " + tool.purpose() + ": " + tool.source()))));
        return List.copyOf(findings);
    }

    private Finding maven() {
        return programs.version(new Tool("mvn", "--version", "build", "https://maven.apache.org/install.html"))
                .map(version -> Finding.ok("maven", version))
                .orElseGet(
                        () -> Finding.problem(
                                "maven",
                                "no mvn on the PATH",
                                "apt-get install maven, dnf install maven, brew install maven,"
                                        + " or https://maven.apache.org/install.html; an old one fetches a newer one by itself"));
    }
}
