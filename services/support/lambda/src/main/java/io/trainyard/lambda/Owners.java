package io.trainyard.lambda;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The source of lease owners' names. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Owners {}
