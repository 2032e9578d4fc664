/** The local account seen from outside: its folder, its process, its keys. */
@NullMarked
package io.trainyard.cli.account;

import org.jspecify.annotations.NullMarked;
