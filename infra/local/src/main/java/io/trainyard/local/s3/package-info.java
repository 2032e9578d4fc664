/** S3: s3proxy over real files in the account's folder. */
@NullMarked
package io.trainyard.local.s3;

import org.jspecify.annotations.NullMarked;
