/** Addresses, and what the vendors know of them before anybody has told them more. */
@NullMarked
package dev.treaty.stubs.threatsources.address;

import org.jspecify.annotations.NullMarked;
