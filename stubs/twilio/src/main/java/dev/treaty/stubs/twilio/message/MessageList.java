package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.twilio.api.DateFilter;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;

/** The filters of a list of messages: {@code To}, {@code From} and {@code DateSent}. */
final class MessageList {

    private MessageList() {}

    /** The messages of an account that a request asks for. One that has not been sent has the date of its creation. */
    static Listing of(Parameters parameters, String accountSid) {
        var to = parameters.text("To").map(MessageList::address);
        var from = parameters.text("From").map(MessageList::address);
        var listing = to.map(number -> Listing.of(Messages.KIND, "to", number))
                .or(() -> from.map(number -> Listing.of(Messages.KIND, "from", number)))
                .map(narrowed -> narrowed.where("account_sid", accountSid))
                .orElseGet(() -> Listing.of(Messages.KIND, "account_sid", accountSid));
        if (from.isPresent()) {
            listing = listing.where("from", from.get());
        }
        return listing.where(DateFilter.of(parameters, "DateSent", "date_sent", "date_created"));
    }

    /** In E.164 if it is a number, however it is written; a plus sign that is not encoded arrives as a space. */
    private static String address(String given) {
        return PhoneNumber.parse(given).map(PhoneNumber::e164).orElse(given);
    }
}
