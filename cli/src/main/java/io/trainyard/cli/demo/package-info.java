/** One job from its data set to its score on rows that training never saw. */
@NullMarked
package io.trainyard.cli.demo;

import org.jspecify.annotations.NullMarked;
