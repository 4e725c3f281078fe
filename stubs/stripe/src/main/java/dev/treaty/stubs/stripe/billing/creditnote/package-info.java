/** Credit notes: less is due of an open invoice, or a part of a paid one is given back. */
@NullMarked
package dev.treaty.stubs.stripe.billing.creditnote;

import org.jspecify.annotations.NullMarked;
