/** The stub server in JUnit tests: {@link dev.treaty.stubs.junit.StubServer} and {@link dev.treaty.stubs.junit.GivenState}. */
@NullMarked
package dev.treaty.stubs.junit;

import org.jspecify.annotations.NullMarked;
