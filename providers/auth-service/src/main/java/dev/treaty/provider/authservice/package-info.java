/**
 * auth-service registers people, signs them in, and issues the access tokens that the other services accept: an executable specification of
 * what {@code pacts/*-auth-service.json} require.
 *
 * <p>{@link dev.treaty.provider.authservice.AuthService} is the entry point.
 */
@NullMarked
package dev.treaty.provider.authservice;

import org.jspecify.annotations.NullMarked;
