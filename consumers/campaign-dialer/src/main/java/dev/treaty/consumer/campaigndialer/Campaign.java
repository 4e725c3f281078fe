package dev.treaty.consumer.campaigndialer;

import java.net.URI;

/**
 * A campaign on whose behalf people are contacted.
 *
 * @param from the number they see; it must be the account's
 * @param statusCallback where Twilio reports the outcome of a message or call; see {@link StatusCallbacks}
 */
public record Campaign(PhoneNumber from, URI statusCallback) {}
