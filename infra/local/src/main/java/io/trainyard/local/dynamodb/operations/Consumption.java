package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.storage.IndexSchema;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The capacity units that a request has used of tables and of their indexes, told where it asks. */
final class Consumption {

    private static final String MEMBER = "ConsumedCapacity";

    private final Map<String, Share> byTable = new LinkedHashMap<>();

    /** What was used of one table. */
    private static final class Share {
        private double ofTable;
        private final Map<IndexSchema, Double> ofIndexes = new LinkedHashMap<>();
    }

    void addRead(Target target, double units) {
        IndexSchema index = target.index();
        if (index == null) {
            share(target.table()).ofTable += units;
        } else {
            share(target.table()).ofIndexes.merge(index, units, Double::sum);
        }
    }

    /**
     * Adds a write of the table and of every index that it changes.
     *
     * @param factor 2 in transactions, otherwise 1
     */
    void addWrite(Table table, Outcome outcome, int factor) {
        Share share = share(table);
        share.ofTable += factor * Capacity.write(outcome);
        for (IndexSchema index : table.schema().indexes()) {
            double units = Capacity.write(new Target(table, index), outcome);
            if (units > 0) {
                share.ofIndexes.merge(index, factor * units, Double::sum);
            }
        }
    }

    private Share share(Table table) {
        return byTable.computeIfAbsent(table.schema().name(), name -> new Share());
    }

    /** Adds the only table's share to the answer where the request asks for it. */
    void tellOne(Parameters request, ObjectNode answer) {
        if (!Capacity.detail(request).equals(Capacity.NONE)) {
            told(request).forEach(share -> answer.set(MEMBER, share));
        }
    }

    /** Adds every table's share to the answer, as requests on several tables do, where the request asks for it. */
    void tellAll(Parameters request, ObjectNode answer) {
        if (!Capacity.detail(request).equals(Capacity.NONE)) {
            ArrayNode array = answer.putArray(MEMBER);
            told(request).forEach(array::add);
        }
    }

    private Collection<ObjectNode> told(Parameters request) {
        boolean detailed = Capacity.detail(request).equals(Capacity.INDEXES);
        return byTable.entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue(), detailed))
                .toList();
    }

    private static ObjectNode told(String table, Share share, boolean detailed) {
        ObjectNode node = Json.object().put("TableName", table);
        double ofIndexes = share.ofIndexes.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        node.put(Capacity.UNITS, share.ofTable + ofIndexes);
        if (detailed) {
            node.putObject("Table").put(Capacity.UNITS, share.ofTable);
            share.ofIndexes.forEach((index, units) -> node.withObject(
                            index.global() ? "/GlobalSecondaryIndexes" : "/LocalSecondaryIndexes")
                    .putObject(index.name())
                    .put(Capacity.UNITS, units));
        }
        return node;
    }
}
