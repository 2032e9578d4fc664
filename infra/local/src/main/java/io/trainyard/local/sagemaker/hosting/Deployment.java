package io.trainyard.local.sagemaker.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The variants of one endpoint, all started together; traffic goes to them by their weights. */
final class Deployment implements AutoCloseable {

    private final List<Variant> variants;
    private final Path folder;

    private Deployment(List<Variant> variants, Path folder) {
        this.variants = variants;
        this.folder = folder;
    }

    /** @param folder of this deployment alone; deleted when it is closed */
    static Deployment of(Host host, String endpoint, List<VariantPlan> plans, Path folder) {
        return new Deployment(
                plans.stream()
                        .map(plan -> new Variant(host, plan, endpoint, folder.resolve(plan.name())))
                        .toList(),
                folder);
    }

    /**
     * Completes when every variant is ready, exceptionally with the first {@link DeploymentFailure}.
     *
     * @param patient whether to go on trying however often a container fails
     */
    CompletableFuture<Void> start(boolean patient) {
        return CompletableFuture.allOf(
                variants.stream().map(variant -> variant.start(patient)).toArray(CompletableFuture[]::new));
    }

    Optional<Variant> named(String variant) {
        return variants.stream()
                .filter(each -> each.plan().name().equals(variant))
                .findFirst();
    }

    /** One of the variants, each as often as its weight says. */
    Variant choose(RandomGenerator random) {
        if (variants.size() == 1) {
            return variants.getFirst();
        }
        double total =
                variants.stream().mapToDouble(each -> each.plan().weight()).sum();
        double left = random.nextDouble() * total;
        for (Variant variant : variants) {
            left -= variant.plan().weight();
            if (left < 0) {
                return variant;
            }
        }
        return variants.getLast();
    }

    @Override
    public void close() {
        variants.parallelStream().forEach(Variant::close);
        WorkFolder.delete(folder);
    }
}
