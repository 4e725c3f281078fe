/**
 * What the replays of vendors share. A vendor is a {@link dev.treaty.stubs.vendor.Vendor}: routes, what is due later, and the shape of
 * its errors; {@link dev.treaty.stubs.vendor.VendorReplay} gives it worlds, a clock, deliveries and the control API.
 */
@NullMarked
package dev.treaty.stubs.vendor;

import org.jspecify.annotations.NullMarked;
