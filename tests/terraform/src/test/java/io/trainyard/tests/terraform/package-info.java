/** Runs Terraform on copies of {@code infra/terraform}, without an account, and on moto's server. */
@NullMarked
package io.trainyard.tests.terraform;

import org.jspecify.annotations.NullMarked;
