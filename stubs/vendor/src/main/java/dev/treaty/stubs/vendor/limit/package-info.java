/** How many requests an account may make, and when a vendor does not answer at all, for tests of what an application does then. */
@NullMarked
package dev.treaty.stubs.vendor.limit;

import org.jspecify.annotations.NullMarked;
