/** What has changed between two versions of a vendor's document that a contract touches. */
@NullMarked
package dev.treaty.pacts.conformance.drift;

import org.jspecify.annotations.NullMarked;
