/** Stores, and what a unit of work sees of them. */
@NullMarked
package dev.treaty.stubs.vendor.store;

import org.jspecify.annotations.NullMarked;
