/** What the tests of several services share, so that each expensive thing is made once per test JVM. */
@NullMarked
package dev.treaty.provider.testing;

import org.jspecify.annotations.NullMarked;
