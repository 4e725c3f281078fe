/** How the console shows things: tables, numbers, and progress on a terminal or in a log. */
@NullMarked
package dev.treaty.consumer.environmentconsole.display;

import org.jspecify.annotations.NullMarked;
