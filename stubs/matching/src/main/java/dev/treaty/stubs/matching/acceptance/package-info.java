/**
 * What pact-jvm certainly accepts, found without it: it compiles each regex again for each request. Nothing is refused here; what is not
 * accepted is for pact-jvm to judge.
 */
@NullMarked
package dev.treaty.stubs.matching.acceptance;

import org.jspecify.annotations.NullMarked;
