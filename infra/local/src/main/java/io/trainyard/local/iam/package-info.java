/** What each function may do in the account: every call of a function is held against its service's policy, as IAM does. */
@NullMarked
package io.trainyard.local.iam;

import org.jspecify.annotations.NullMarked;
