package io.trainyard.notices.app;

import io.trainyard.steps.domain.Lease;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Claims in memory. */
public final class InMemoryClaims implements Claims {

    private final Map<String, Lease> leases = new TreeMap<>();
    private final Set<String> sent = new TreeSet<>();

    @Override
    public Claim claim(String id, Lease lease, Instant now) {
        if (sent.contains(id)) {
            return Claim.SENT;
        }
        Lease other = leases.get(id);
        if (other != null && other.liveAt(now)) {
            return Claim.HELD;
        }
        leases.put(id, lease);
        return Claim.MINE;
    }

    @Override
    public void sent(String id) {
        sent.add(id);
    }
}
