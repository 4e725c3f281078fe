package dev.treaty.consumer.http;

import dev.treaty.consumer.http.HttpApiException.NoReply;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which request a reply belongs to; it explains what went wrong with it.
 *
 * @param server its name for people: {@code "Cablecast"}
 * @param address the base URL
 */
record HttpOrigin(String server, URI address, HttpCall call) {

    URI uri() {
        return URI.create(base() + call.target());
    }

    String where() {
        return call.method() + " " + base() + call.shownTarget();
    }

    private String base() {
        return address.toString().replaceFirst("/+$", "");
    }

    NoReply unreachable(@Nullable Throwable cause) {
        return new NoReply(
                server + " cannot be reached.",
                where(),
                "check that it is running at this address, and try again later",
                false,
                cause);
    }

    NoReply timedOut(Duration timeOut) {
        return noReply("%s did not respond within %d ms.".formatted(server, timeOut.toMillis()), null);
    }

    NoReply disconnected(@Nullable Throwable cause) {
        return noReply(server + " closed the connection before it had responded.", cause);
    }

    NoReply interrupted(InterruptedException cause) {
        return noReply("The wait for %s was interrupted.".formatted(server), cause);
    }

    UnreadableReply tooLarge(int largest) {
        return new UnreadableReply(
                "%s responded with more than %d bytes.".formatted(server, largest),
                where(),
                "check what is at that address, or request less at once");
    }

    UnreadableReply unreadable(int status, String complaint) {
        return new UnreadableReply(
                "%s responded with status %d, but its body %s.".formatted(server, status, complaint),
                where(),
                "compare the response with the contract with %s".formatted(server));
    }

    private NoReply noReply(String what, @Nullable Throwable cause) {
        return new NoReply(
                what,
                where(),
                call.isSafe() ? "try again later" : "check whether it was carried out before you send it again",
                !call.isSafe(),
                cause);
    }
}
