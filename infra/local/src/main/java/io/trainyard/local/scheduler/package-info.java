/** EventBridge Scheduler: one-time and recurring schedules that outlive the account's process. */
@NullMarked
package io.trainyard.local.scheduler;

import org.jspecify.annotations.NullMarked;
