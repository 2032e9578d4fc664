/** The probe service as a Lambda. */
@NullMarked
package io.trainyard.probe.aws;

import org.jspecify.annotations.NullMarked;
