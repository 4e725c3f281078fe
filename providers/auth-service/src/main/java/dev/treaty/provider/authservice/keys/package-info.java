/** The keys that sign access tokens, and the tokens they sign. */
@NullMarked
package dev.treaty.provider.authservice.keys;

import org.jspecify.annotations.NullMarked;
