/** Tests of a team that uses the local account and nothing else of Trainyard. */
@NullMarked
package io.trainyard.example;

import org.jspecify.annotations.NullMarked;
