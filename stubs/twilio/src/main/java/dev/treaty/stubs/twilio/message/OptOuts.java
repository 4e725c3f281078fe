package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who does not want messages any more, from a number or from a messaging service with all of its numbers. Said and taken back by words.
 *
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio, support for opt-out keywords</a>
 */
final class OptOuts {

    private OptOuts() {}

    /**
     * Whether somebody has opted out.
     *
     * @param sender a number, or the SID of a messaging service
     */
    static boolean isOptedOut(World world, String account, String sender, String recipient) {
        return world.value(key(account, sender, recipient)).isPresent();
    }

    /** Notes that somebody wants no messages, or wants them again. */
    static void set(World world, String account, String sender, String recipient, boolean optedOut) {
        world.setValue(
                key(account, sender, recipient),
                optedOut ? Json.object().put("since", world.now().toString()) : null);
    }

    private static String key(String account, String sender, String recipient) {
        return "opt-out/" + account + "/" + sender + "/" + recipient;
    }

    /** The word that a message consists of. */
    static Optional<Keyword> keyword(String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        for (var keyword : Keyword.values()) {
            if (List.of(keyword.words.split(" ")).contains(word)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    /** What words do, and what Twilio replies by itself. */
    enum Keyword {
        STOP(
                "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT",
                "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."),
        START(
                "START YES UNSTOP",
                "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply."),
        HELP("HELP INFO", "Reply STOP to unsubscribe. Msg&Data Rates May Apply.");

        /** Separated by spaces. */
        private final String words;

        private final String reply;

        Keyword(String words, String reply) {
            this.words = words;
            this.reply = reply;
        }

        String reply() {
            return reply;
        }
    }
}
