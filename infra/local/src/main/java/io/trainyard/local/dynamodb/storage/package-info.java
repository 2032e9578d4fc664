/** Tables and indexes on disk: a journal in front of an ordered store. */
@NullMarked
package io.trainyard.local.dynamodb.storage;

import org.jspecify.annotations.NullMarked;
