/** Holds {@code consumers/vendor-watch} to the contract of its events; all of it is in the tests. */
@NullMarked
package dev.treaty.provider.vendorwatch;

import org.jspecify.annotations.NullMarked;
