/** Builds in the account what the service descriptions say: the part that Terraform plays on AWS. */
@NullMarked
package io.trainyard.local.deployment;

import org.jspecify.annotations.NullMarked;
