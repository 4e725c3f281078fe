/** Requests to the application. */
@NullMarked
package dev.treaty.stubs.vendor.delivery;

import org.jspecify.annotations.NullMarked;
