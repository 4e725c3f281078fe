/** The command line of the console. */
@NullMarked
package dev.treaty.consumer.environmentconsole.command;

import org.jspecify.annotations.NullMarked;
