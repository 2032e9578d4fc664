/** Kills the account and its functions while jobs run, and counts what became of the jobs. */
@NullMarked
package io.trainyard.tests.soak;

import org.jspecify.annotations.NullMarked;
