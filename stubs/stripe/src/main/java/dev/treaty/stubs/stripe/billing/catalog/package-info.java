/** What is sold, and for how much: products, prices, coupons, promotion codes. */
@NullMarked
package dev.treaty.stubs.stripe.billing.catalog;

import org.jspecify.annotations.NullMarked;
