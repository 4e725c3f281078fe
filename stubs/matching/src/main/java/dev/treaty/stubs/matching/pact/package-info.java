/** How pact-jvm compares a request with an interaction, and how long it may take. */
@NullMarked
package dev.treaty.stubs.matching.pact;

import org.jspecify.annotations.NullMarked;
