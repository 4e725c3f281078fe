/** What the tests of several modules share. */
@NullMarked
package dev.treaty.pacts.testing;

import org.jspecify.annotations.NullMarked;
