/** The five kinds of expressions: read, checked, applied to items. */
@NullMarked
package io.trainyard.local.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
