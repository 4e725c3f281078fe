/**
 * How a module adds a command to the executable: it extends {@link dev.treaty.pacts.command.TreatyCommand} and is named in
 * {@code META-INF/services}. All commands share the way errors are printed and what exit codes mean.
 */
@NullMarked
package dev.treaty.pacts.command;

import org.jspecify.annotations.NullMarked;
