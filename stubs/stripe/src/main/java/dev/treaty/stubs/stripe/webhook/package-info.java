/** Events that can be listed, and webhook endpoints that receive them. */
@NullMarked
package dev.treaty.stubs.stripe.webhook;

import org.jspecify.annotations.NullMarked;
