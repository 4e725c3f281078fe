/**
 * Finds the few interactions that are worth comparing with a request, so that the cost of a request does not grow with the number
 * of contracts. It only ever rules out interactions that pact-jvm would certainly refuse.
 */
@NullMarked
package dev.treaty.stubs.matching.index;

import org.jspecify.annotations.NullMarked;
