/** What a request may say here: its shape, the deployment's limits, and the plan that it becomes. Plain Java. */
@NullMarked
package io.trainyard.requests.domain;

import org.jspecify.annotations.NullMarked;
