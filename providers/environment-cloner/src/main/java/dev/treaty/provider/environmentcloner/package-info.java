/**
 * environment-cloner copies the database of an environment into another one and anonymises it on the way: it never writes to production, and a
 * target is always the old one or the new one, whole.
 *
 * <p>{@code EnvironmentClonerVerificationTest} verifies it against {@code pacts/*-environment-cloner.json}.
 */
@NullMarked
package dev.treaty.provider.environmentcloner;

import org.jspecify.annotations.NullMarked;
