/** What the campaign dialler needs from Twilio. */
@NullMarked
package dev.treaty.consumer.campaigndialer;

import org.jspecify.annotations.NullMarked;
