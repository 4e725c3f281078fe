/**
 * Stripe's v1 API as data: its operations with their parameters, and its objects with their fields. {@code stripe-surface.json} was
 * extracted from the types of the npm package stripe 23.1.0, which are generated from Stripe's OpenAPI document; {@code LICENSE.txt}
 * beside it is the MIT notice, and {@code surface/README.md} of the module the recipe.
 */
@NullMarked
package dev.treaty.stubs.stripe.surface;

import org.jspecify.annotations.NullMarked;
