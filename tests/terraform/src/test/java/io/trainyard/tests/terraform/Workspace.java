package io.trainyard.tests.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A copy of what Terraform reads: the modules, every service.yaml and the schemas. Overrides are laid over the copy, never over the product. */
final class Workspace {

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace fresh(Path folder) {
        delete(folder);
        var workspace = new Workspace(folder);
        workspace.copy(Checkout.TERRAFORM, ".tf");
        workspace.copy(Checkout.TERRAFORM, ".tftest.hcl");
        workspace.copy(Checkout.ROOT.resolve("events/src/main/resources/schemas"), ".json");
        Checkout.files(Checkout.ROOT.resolve("services"), "service.yaml").stream()
                .filter(file -> !file.toString().contains("/target/"))
                .forEach(workspace::copy);
        return workspace;
    }

    /** The folder of the root module, or of an example. */
    Path module(String relative) {
        return folder.resolve("infra/terraform").resolve(relative);
    }

    Path services() {
        return folder.resolve("services");
    }

    /** Lays a text over a module, as an override file. */
    void override(String module, String text) {
        Checkout.write(module(module).resolve("test_override.tf"), text);
    }

    private void copy(Path from, String ending) {
        Checkout.files(from, ending).forEach(this::copy);
    }

    private void copy(Path file) {
        Checkout.write(folder.resolve(Checkout.ROOT.relativize(file)), Checkout.read(file));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var old = Files.walk(folder)) {
            for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
