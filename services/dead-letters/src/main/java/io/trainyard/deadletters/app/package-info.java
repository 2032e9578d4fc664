/** How the desk takes letters in, sends them back and gives them up; and the ports that this needs. */
@NullMarked
package io.trainyard.deadletters.app;

import org.jspecify.annotations.NullMarked;
