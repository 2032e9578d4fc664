/**
 * The chaos run: many jobs in an account of their own, while functions and the account are killed and AWS misbehaves. What it
 * says in the end is read from what the local SageMaker itself saw, not from Trainyard's record.
 */
@NullMarked
package io.trainyard.tests.chaos;

import org.jspecify.annotations.NullMarked;
