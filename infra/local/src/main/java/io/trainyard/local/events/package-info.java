/** EventBridge: buses, rules, targets and PutEvents, with AWS's own matcher. */
@NullMarked
package io.trainyard.local.events;

import org.jspecify.annotations.NullMarked;
