/** What the SageMaker of this machine remembers: one durable record per resource, lists over them, their events. */
@NullMarked
package io.trainyard.local.sagemaker.records;

import org.jspecify.annotations.NullMarked;
