/** The one loopback port of the account, and what every AWS service behind it is given and answers. */
@NullMarked
package io.trainyard.local.front;

import org.jspecify.annotations.NullMarked;
