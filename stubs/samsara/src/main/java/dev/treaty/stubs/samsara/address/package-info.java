/** Addresses and their geofences. */
@NullMarked
package dev.treaty.stubs.samsara.address;

import org.jspecify.annotations.NullMarked;
