/** Requests to a vendor's API, and where they lead. */
@NullMarked
package dev.treaty.stubs.vendor.request;

import org.jspecify.annotations.NullMarked;
