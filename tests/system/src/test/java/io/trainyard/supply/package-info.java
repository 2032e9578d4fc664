/** What is shipped: which libraries under which licences, and whether a build gives the same again. */
@NullMarked
package io.trainyard.supply;

import org.jspecify.annotations.NullMarked;
