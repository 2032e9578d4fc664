package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Map;

/** What tools ask before or beside the tables: DescribeLimits, DescribeEndpoints and DescribeContinuousBackups. */
public final class AccountOperations {

    // Source: Developer Guide, "Quotas": the default quotas of an account and of a table in a region.
    private static final int ACCOUNT_UNITS = 80_000;
    private static final int TABLE_UNITS = 40_000;

    private static final int CACHE_MINUTES = 1440;

    private final Catalogue catalogue;

    public AccountOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of("DescribeLimits", this::limits, "DescribeContinuousBackups", this::backups);
    }

    /**
     * @param host the address that the request came to, and the only one that there is
     */
    public ObjectNode endpoints(String host) {
        ObjectNode answer = Json.object();
        answer.putArray("Endpoints").addObject().put("Address", host).put("CachePeriodInMinutes", CACHE_MINUTES);
        return answer;
    }

    private ObjectNode limits(Parameters request) {
        return Json.object()
                .put("AccountMaxReadCapacityUnits", ACCOUNT_UNITS)
                .put("AccountMaxWriteCapacityUnits", ACCOUNT_UNITS)
                .put("TableMaxReadCapacityUnits", TABLE_UNITS)
                .put("TableMaxWriteCapacityUnits", TABLE_UNITS);
    }

    /** There are no backups to go back to, which is what this operation says of a table where they are off. */
    private ObjectNode backups(Parameters request) {
        TableOperations.named(catalogue, request);
        ObjectNode answer = Json.object();
        answer.putObject("ContinuousBackupsDescription")
                .put("ContinuousBackupsStatus", "ENABLED")
                .putObject("PointInTimeRecoveryDescription")
                .put("PointInTimeRecoveryStatus", "DISABLED");
        return answer;
    }
}
