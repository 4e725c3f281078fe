/** Webhooks: a signed ping for each change, and the log from which the change is fetched. */
@NullMarked
package dev.treaty.stubs.airtable.webhook;

import org.jspecify.annotations.NullMarked;
