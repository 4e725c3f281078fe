/** One call to a vendor, and what its reply says about limits. */
@NullMarked
package dev.treaty.consumer.vendorwatch.probe;

import org.jspecify.annotations.NullMarked;
