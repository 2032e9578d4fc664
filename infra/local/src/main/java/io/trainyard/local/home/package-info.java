/** The folder that holds everything the account remembers. */
@NullMarked
package io.trainyard.local.home;

import org.jspecify.annotations.NullMarked;
