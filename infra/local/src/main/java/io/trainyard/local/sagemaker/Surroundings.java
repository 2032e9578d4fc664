package io.trainyard.local.sagemaker;

import io.trainyard.local.containers.ContainerRuntime;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.records.Home;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.CallLedger;
import java.time.Clock;

/** What training and hosting share. */
record Surroundings(
        Account account,
        Home home,
        Objects objects,
        ContainerRuntime containers,
        StateEvents events,
        Clock clock,
        CallLedger ledger,
        Faults faults) {}
