/**
 * The stub server in JUnit tests: {@link dev.treaty.stubs.junit.StubServer}, {@link dev.treaty.stubs.junit.GivenState}, and
 * {@link dev.treaty.stubs.junit.VendorWorld} for vendors whose replay has state.
 */
@NullMarked
package dev.treaty.stubs.junit;

import org.jspecify.annotations.NullMarked;
