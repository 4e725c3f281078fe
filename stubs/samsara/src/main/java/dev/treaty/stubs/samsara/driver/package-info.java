/** Drivers. */
@NullMarked
package dev.treaty.stubs.samsara.driver;

import org.jspecify.annotations.NullMarked;
