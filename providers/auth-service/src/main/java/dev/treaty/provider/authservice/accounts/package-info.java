/** The people who are registered, their passwords, and the events about registrations. */
@NullMarked
package dev.treaty.provider.authservice.accounts;

import org.jspecify.annotations.NullMarked;
