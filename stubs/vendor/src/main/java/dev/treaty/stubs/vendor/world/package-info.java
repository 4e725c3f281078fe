/** One account's state: objects, a clock, and what is due later. */
@NullMarked
package dev.treaty.stubs.vendor.world;

import org.jspecify.annotations.NullMarked;
