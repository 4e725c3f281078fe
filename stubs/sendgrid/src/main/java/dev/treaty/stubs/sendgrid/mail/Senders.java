package dev.treaty.stubs.sendgrid.mail;

import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Locale;

/** Who may send: every address but those that call themselves unverified, and those that a provider state has taken the right from. */
final class Senders {

    private static final String UNVERIFIED = "unverified";

    private Senders() {}

    /** @throws dev.treaty.stubs.vendor.VendorError 403 if the sender is not verified */
    static void requireVerified(World world, String email) {
        var isUnverified = email.toLowerCase(Locale.ROOT).contains(UNVERIFIED)
                || world.value(UNVERIFIED)
                        .filter(senders -> senders.has(EmailAddresses.key(email)))
                        .isPresent();
        if (isUnverified) {
            throw SendGridError.forbidden(
                    "from",
                    "The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved."
                            + " Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender"
                            + " Identity requirements");
        }
    }

    static void setVerified(World world, String email, boolean isVerified) {
        var senders = world.value(UNVERIFIED).orElseGet(Json::object);
        if (isVerified) {
            senders.remove(EmailAddresses.key(email));
        } else {
            senders.put(EmailAddresses.key(email), true);
        }
        world.setValue(UNVERIFIED, senders);
    }
}
