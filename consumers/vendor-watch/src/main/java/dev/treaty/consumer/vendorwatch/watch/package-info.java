/** The watch: asks every vendor, compares with what it remembers, and says what has changed. */
@NullMarked
package dev.treaty.consumer.vendorwatch.watch;

import org.jspecify.annotations.NullMarked;
