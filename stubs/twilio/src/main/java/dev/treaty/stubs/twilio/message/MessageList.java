package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.twilio.api.DateFilter;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;

/** The filters of a list of messages: {@code To}, {@code From} and {@code DateSent}. */
final class MessageList {

    private MessageList() {}

    /** The messages of an account that a request asks for. One that has not been sent has the date of its creation. */
    static Listing of(Parameters parameters, String accountSid) {
        var to = parameters.text("To");
        var from = parameters.text("From");
        var listing = to.map(number -> Listing.of(Messages.KIND, "to", number))
                .or(() -> from.map(number -> Listing.of(Messages.KIND, "from", number)))
                .map(narrowed -> narrowed.where("account_sid", accountSid))
                .orElseGet(() -> Listing.of(Messages.KIND, "account_sid", accountSid));
        if (from.isPresent()) {
            listing = listing.where("from", from.get());
        }
        return listing.where(DateFilter.of(parameters, "DateSent", "date_sent", "date_created"));
    }
}
