/**
 * Lost events and a crowd at a slow control plane, in a real local account: how often SageMaker was called, and when, is read from its own
 * ledger.
 */
@NullMarked
package io.trainyard.tests.watchdog;

import org.jspecify.annotations.NullMarked;
