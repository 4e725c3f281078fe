/** Watches the external services of the waste management system: asks each one's cheapest call, and tells who is slow, refusing, or about to cost too much. */
@NullMarked
package dev.treaty.consumer.vendorwatch;

import org.jspecify.annotations.NullMarked;
