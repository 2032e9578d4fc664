/** The house rules as tests: this jar is scanned by every module's test run, so that no module needs a class for them. */
@NullMarked
package io.trainyard.rules;

import org.jspecify.annotations.NullMarked;
