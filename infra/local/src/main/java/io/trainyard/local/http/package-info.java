/** The HTTP API: API Gateway's payload version 2 in front of the services that answer over HTTP. */
@NullMarked
package io.trainyard.local.http;

import org.jspecify.annotations.NullMarked;
