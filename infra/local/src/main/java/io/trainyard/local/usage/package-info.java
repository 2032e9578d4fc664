/** What AWS would bill, counted while the account runs. */
@NullMarked
package io.trainyard.local.usage;

import org.jspecify.annotations.NullMarked;
