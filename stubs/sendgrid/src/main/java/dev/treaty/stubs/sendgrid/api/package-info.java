/** What all of SendGrid's resources share: API keys, errors, pages. */
@NullMarked
package dev.treaty.stubs.sendgrid.api;

import org.jspecify.annotations.NullMarked;
