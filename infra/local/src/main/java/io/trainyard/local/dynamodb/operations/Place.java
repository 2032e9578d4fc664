package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.value.Bytes;

/** One item's place in the account: which table, which key. */
record Place(String table, Bytes key) {

    static Place of(Table table, byte[] key) {
        return new Place(table.schema().name(), new Bytes(key));
    }
}
