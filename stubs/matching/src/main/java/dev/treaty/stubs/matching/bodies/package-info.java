/** Bodies that pact-jvm compares otherwise than HTTP and the Pact specification say, in the form in which it compares them right. */
@NullMarked
package dev.treaty.stubs.matching.bodies;

import org.jspecify.annotations.NullMarked;
