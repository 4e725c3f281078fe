/**
 * Samsara's replay: a fleet that drives by the account's clock. {@link dev.treaty.stubs.samsara.SamsaraStub} opens it.
 */
@NullMarked
package dev.treaty.stubs.samsara;

import org.jspecify.annotations.NullMarked;
