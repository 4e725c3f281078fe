/**
 * What all of Twilio's resources share, whichever product they belong to.
 *
 * <p>A product is a {@link dev.treaty.stubs.twilio.api.TwilioFeature}: its routes, what is due later, how its callbacks are made. The
 * list of them is in {@code TwilioVendor}. A handler gets an {@code Exchange} whose credentials have been checked, and whose world is
 * that of the account; it reads parameters with {@link dev.treaty.stubs.twilio.api.Parameters}, keeps objects in a
 * {@link dev.treaty.stubs.twilio.api.ResourceTable}, refuses with {@link dev.treaty.stubs.twilio.api.TwilioError}, and answers with
 * {@link dev.treaty.stubs.twilio.api.Responses} or {@link dev.treaty.stubs.twilio.api.ResourcePage}. What it sends to the application
 * goes through {@link dev.treaty.stubs.twilio.api.Callbacks}, which signs it with the account's auth token.
 */
@NullMarked
package dev.treaty.stubs.twilio.api;

import org.jspecify.annotations.NullMarked;
