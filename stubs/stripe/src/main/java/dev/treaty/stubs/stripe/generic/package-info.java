/** What every resource has in common: create, read, change, list, search, delete. */
@NullMarked
package dev.treaty.stubs.stripe.generic;

import org.jspecify.annotations.NullMarked;
