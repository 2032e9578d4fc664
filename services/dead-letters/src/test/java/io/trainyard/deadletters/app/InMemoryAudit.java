package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Audit;
import io.trainyard.letters.domain.Deed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The audit in memory. */
public final class InMemoryAudit implements Audit {

    private final Map<String, Deed> deeds = new LinkedHashMap<>();

    @Override
    public synchronized void write(Deed deed) {
        deeds.put(deed.id(), deed);
    }

    @Override
    public synchronized List<Deed> newest(int limit) {
        return new ArrayList<>(deeds.values()).reversed().stream().limit(limit).toList();
    }
}
