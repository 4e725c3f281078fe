/** What a vendor sends to the application: webhooks, callbacks, and the requests for what a call shall do. */
@NullMarked
package dev.treaty.stubs.vendor.delivery;

import org.jspecify.annotations.NullMarked;
