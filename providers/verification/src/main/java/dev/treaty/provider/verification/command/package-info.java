/** The command {@code verify}: the verification of a running service from the command line, without Maven and without JUnit. */
@NullMarked
package dev.treaty.provider.verification.command;

import org.jspecify.annotations.NullMarked;
