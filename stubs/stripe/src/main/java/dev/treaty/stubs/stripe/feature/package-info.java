/**
 * What a part of Stripe's replay is written with.
 *
 * <p>A part is a {@link dev.treaty.stubs.stripe.feature.StripeFeature}, named in the list of {@code StripeVendor}. It registers with
 * {@link dev.treaty.stubs.stripe.feature.StripeRoutes}:
 *
 * <ul>
 *   <li>{@code routes.on("POST /v1/payment_intents/{id}/capture", this::capture)}: answers an operation. The parameters are parsed and
 *       checked by the data before; the handler gets them typed ({@code request.params()}: integers, booleans, lists, objects; an empty
 *       text where it clears becomes null) and returns the object, whose {@code expand} is done by the frame.
 *   <li>{@code routes.due("invoice.finalize", this::finalize)}: what {@link dev.treaty.stubs.stripe.feature.StripeContext#schedule} named.
 *   <li>{@code routes.defaults("payment_intent", object -> …)}: fields of a new object beyond its skeleton.
 *   <li>{@code routes.page("GET /3ds/{id}", this::page)}: a page for browsers, at {@link
 *       dev.treaty.stubs.stripe.feature.StripeContext#pageUrl}; it needs no key.
 * </ul>
 *
 * <p>Handlers read and change objects with {@link dev.treaty.stubs.stripe.feature.StripeContext}, and refuse with {@link
 * dev.treaty.stubs.stripe.error.StripeError}. What they change is kept if they return, and taken back if they throw, unless the error is
 * thrown with {@code refusal().keepingChanges()}. Fields whose names start with {@code _} are kept, but never shown: neither in responses
 * nor in events. Every operation that no part registers is generic: created, read, changed, listed and deleted by the data alone.
 */
@NullMarked
package dev.treaty.stubs.stripe.feature;

import org.jspecify.annotations.NullMarked;
