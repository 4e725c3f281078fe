@NullMarked
package dev.treaty.stubs.stripe.billing.catalog;

import org.jspecify.annotations.NullMarked;
