/** 3-D Secure: what an intent asks the browser to do, and the page where the cardholder does it. */
@NullMarked
package dev.treaty.stubs.stripe.payment.authentication;

import org.jspecify.annotations.NullMarked;
