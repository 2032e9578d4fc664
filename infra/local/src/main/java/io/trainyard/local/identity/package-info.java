/** Who calls the public HTTP API: tokens as Cognito signs them, checked as API Gateway's JWT authorizer checks them. */
@NullMarked
package io.trainyard.local.identity;

import org.jspecify.annotations.NullMarked;
