/** What callers of the jobs API ask for and what they are told. Plain Java. */
@NullMarked
package io.trainyard.jobs.domain;

import org.jspecify.annotations.NullMarked;
