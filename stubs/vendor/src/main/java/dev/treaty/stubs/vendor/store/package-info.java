/** Where worlds are kept: sorted records, changed by one unit of work at a time. */
@NullMarked
package dev.treaty.stubs.vendor.store;

import org.jspecify.annotations.NullMarked;
