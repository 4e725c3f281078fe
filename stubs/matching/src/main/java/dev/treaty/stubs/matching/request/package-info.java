/** A request as contracts see it: read the way pact-jvm's mock server reads it, so that the verdict is the same. */
@NullMarked
package dev.treaty.stubs.matching.request;

import org.jspecify.annotations.NullMarked;
