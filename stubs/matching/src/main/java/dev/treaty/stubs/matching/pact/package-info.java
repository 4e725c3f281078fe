/** What pact-jvm says of a request and an interaction, and how long it may take to say it. */
@NullMarked
package dev.treaty.stubs.matching.pact;

import org.jspecify.annotations.NullMarked;
