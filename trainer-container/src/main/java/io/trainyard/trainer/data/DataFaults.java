package io.trainyard.trainer.data;

import io.trainyard.trainer.contract.ContainerFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with the data, so that one failed run tells the whole story. */
final class DataFaults {

    /** The failure reason holds 1024 characters: more places than this would be cut off there. */
    private static final int SHOWN = 8;

    private final List<DataFault> faults = new ArrayList<>();
    private int count;

    void add(String place, String column, String problem) {
        count++;
        if (faults.size() < SHOWN) {
            faults.add(new DataFault(place, column, problem));
        }
    }

    /** Ends the run if anything was collected. */
    void refuse() {
        if (count == 0) {
            return;
        }
        String shown = faults.stream().map(DataFault::toString).collect(Collectors.joining("; "));
        String rest = count > SHOWN ? "; and " + (count - SHOWN) + " more" : "";
        throw new ContainerFailure("data refused: " + shown + rest);
    }
}
