/** What stands in for a vendor: the replay of its contracts, and a stand-in for its sandbox. */
@NullMarked
package dev.treaty.provider.junit.standin;

import org.jspecify.annotations.NullMarked;
