/** The objects of a world, and what is due in it. */
@NullMarked
package dev.treaty.stubs.vendor.world;

import org.jspecify.annotations.NullMarked;
