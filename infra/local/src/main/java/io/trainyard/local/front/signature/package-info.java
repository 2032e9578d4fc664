/** AWS's Signature Version 4: whether a request is signed by who it says, for when it says, over what arrived. */
@NullMarked
package io.trainyard.local.front.signature;

import org.jspecify.annotations.NullMarked;
