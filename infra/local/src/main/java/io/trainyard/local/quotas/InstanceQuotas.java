package io.trainyard.local.quotas;

import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.faults.Occasion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How many instances of each type the account may have: as many as anybody wants, but for what the account's faults say. */
public final class InstanceQuotas {

    /** What no fault limits. */
    private static final int AMPLE = 1000;

    private final Collection<String> trainingTypes;
    private final Collection<String> hostingTypes;
    private final Faults faults;

    /**
     * The quotas of an account.
     *
     * @param trainingTypes what training jobs may run on
     * @param hostingTypes what endpoints may run on
     */
    public InstanceQuotas(Collection<String> trainingTypes, Collection<String> hostingTypes, Faults faults) {
        this.trainingTypes = List.copyOf(trainingTypes);
        this.hostingTypes = List.copyOf(hostingTypes);
        this.faults = faults;
    }

    /** Every quota as it is now, in an order that does not change. */
    List<Quota> all() {
        var all = new ArrayList<Quota>();
        for (var type : trainingTypes) {
            var limit = limit("CreateTrainingJob", type);
            all.add(new Quota(type + " for training job usage", limit));
            all.add(new Quota(type + " for spot training job usage", limit));
        }
        for (var type : hostingTypes) {
            all.add(new Quota(type + " for endpoint usage", limit("CreateEndpoint", type)));
        }
        return all;
    }

    private int limit(String operation, String type) {
        return faults.standing(FaultKind.QUOTA, Occasion.of(operation, "").on(type, 0, 1))
                .map(Fault::effect)
                .map(effect -> effect.limit().orElse(0))
                .orElse(AMPLE);
    }
}
