/** What a module knows about one provider beyond its contracts: signatures, state, the shape of its errors. */
@NullMarked
package dev.treaty.stubs.http.provider;

import org.jspecify.annotations.NullMarked;
