package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Rung;
import java.util.HashMap;
import java.util.Map;

/** Quotas in memory: what is not limited is ample. */
final class InMemoryQuotas implements Quotas {

    private final Map<String, Integer> limits = new HashMap<>();

    void limit(String kind, String type, int most) {
        limits.put(kind + " " + type, most);
    }

    @Override
    public boolean allow(String kind, Rung rung, int instances) {
        return limits.getOrDefault(kind + " " + rung.instanceType(), Integer.MAX_VALUE) >= instances;
    }
}
