/**
 * auth-service: who a person is. It registers people, signs them in, and signs the tokens that the other services trust; an
 * executable specification of what {@code pacts/*-auth-service.json} ask of it.
 *
 * <p>{@link dev.treaty.provider.authservice.AuthService} is the way in.
 */
@NullMarked
package dev.treaty.provider.authservice;

import org.jspecify.annotations.NullMarked;
