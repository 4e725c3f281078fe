/**
 * What the campaign dialler needs from Twilio, and nothing more: it texts and calls people on behalf of a campaign, and
 * leaves alone everyone who has opted out.
 *
 * <p>{@link dev.treaty.consumer.campaigndialer.CampaignDialer} contacts people,
 * {@link dev.treaty.consumer.campaigndialer.SmsHistory} reads and cleans up what was sent, and
 * {@link dev.treaty.consumer.campaigndialer.StatusCallbacks} reads what Twilio reports afterwards. The {@code …PactTest}s
 * record it into {@code pacts/campaign-dialer-twilio.json}.
 */
@NullMarked
package dev.treaty.consumer.campaigndialer;

import org.jspecify.annotations.NullMarked;
