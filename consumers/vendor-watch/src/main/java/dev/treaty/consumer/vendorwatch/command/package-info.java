/** The executable. */
@NullMarked
package dev.treaty.consumer.vendorwatch.command;

import org.jspecify.annotations.NullMarked;
