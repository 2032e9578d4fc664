package io.trainyard.fakes;

import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.FaultPlan;
import io.trainyard.local.quotas.InstanceQuotas;
import io.trainyard.local.quotas.ServiceQuotas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/** The local account's Service Quotas on a loopback port, for the contract suites of adapters. */
public final class LocalQuotas implements AutoCloseable {

    private final FaultPlan faults;
    private final LoopbackService server;
    private final ServiceQuotasClient client;

    private LocalQuotas(FaultPlan faults, LoopbackService server, ServiceQuotasClient client) {
        this.faults = faults;
        this.server = server;
        this.client = client;
    }

    /** Opens quotas of these instance types, all ample, for training jobs and endpoints. */
    public static LocalQuotas open(Path folder, List<String> types) {
        var faults = FaultPlan.open(folder.resolve("faults.json"), Clock.systemUTC());
        var quotas = new InstanceQuotas(types, types, faults);
        var server = LoopbackService.serve(new ServiceQuotas(() -> quotas, "eu-west-1", "123456789012"));
        return new LocalQuotas(faults, server, LoopbackClients.at(server.port(), ServiceQuotasClient.builder()));
    }

    public ServiceQuotasClient client() {
        return client;
    }

    /** Leaves the account so many instances of a type, asked for by this operation of SageMaker. */
    public void limit(String operation, String type, int most) {
        faults.set(Fault.of(FaultKind.QUOTA)
                .named(operation + type)
                .at("sagemaker", operation)
                .on(type)
                .withLimit(most));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
