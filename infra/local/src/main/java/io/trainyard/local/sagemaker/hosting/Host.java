package io.trainyard.local.sagemaker.hosting;

import io.trainyard.local.containers.ContainerRuntime;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.records.Home;
import io.trainyard.local.sagemaker.wire.Account;
import java.net.http.HttpClient;

/** What every serving container needs. */
public record Host(
        Account account,
        Objects objects,
        ContainerRuntime containers,
        Home home,
        ServingTiming timing,
        HttpClient http,
        Faults faults) {}
