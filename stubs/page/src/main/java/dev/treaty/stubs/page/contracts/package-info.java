/** The view of contracts: what is promised, how it was verified, and how often it was used. */
@NullMarked
package dev.treaty.stubs.page.contracts;

import org.jspecify.annotations.NullMarked;
