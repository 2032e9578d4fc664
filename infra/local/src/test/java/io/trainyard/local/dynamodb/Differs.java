package io.trainyard.local.dynamodb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A case in which another implementation is known not to do what AWS does. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Differs {

    /** What moto's server 5.2 does instead. */
    String moto();

    /** Where AWS says what the case expects. */
    String source();
}
