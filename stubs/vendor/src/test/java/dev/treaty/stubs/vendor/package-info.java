/** The replay of a vendor as a whole, with a kiosk as the vendor. */
@NullMarked
package dev.treaty.stubs.vendor;

import org.jspecify.annotations.NullMarked;
