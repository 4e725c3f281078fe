/** Signing in and staying signed in: attempts, sessions and refresh tokens. */
@NullMarked
package dev.treaty.provider.authservice.sessions;

import org.jspecify.annotations.NullMarked;
