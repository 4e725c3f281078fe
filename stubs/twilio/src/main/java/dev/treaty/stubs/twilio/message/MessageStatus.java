package dev.treaty.stubs.twilio.message;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a message: {@code accepted} (or {@code scheduled}, with a messaging service) → {@code queued} → {@code sending} →
 * {@code sent} → {@code delivered} or {@code undelivered}. A message may also become {@code failed} instead of {@code sent}, and
 * {@code canceled} while it is {@code scheduled}. One that came in is {@code received}.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Twilio, message status values</a>
 */
enum MessageStatus {
    DELIVERED,
    UNDELIVERED,
    FAILED,
    CANCELED,
    RECEIVED,
    SENT(DELIVERED, Duration.ofSeconds(2)),
    SENDING(SENT, Duration.ofMillis(100)),
    QUEUED(SENDING, Duration.ofMillis(900)),
    ACCEPTED(QUEUED, Duration.ofMillis(100)),
    SCHEDULED(QUEUED, Duration.ZERO);

    /** The application is told of every change but this one, which is over at once. */
    private static final Set<MessageStatus> SILENT = Set.of(SENDING);

    private final @Nullable MessageStatus next;
    private final Duration lasts;

    MessageStatus() {
        this(null, Duration.ZERO);
    }

    MessageStatus(@Nullable MessageStatus next, Duration lasts) {
        this.next = next;
        this.lasts = lasts;
    }

    /** As Twilio writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** What follows if nothing goes wrong; empty if this is the end. */
    Optional<MessageStatus> next() {
        return Optional.ofNullable(next);
    }

    /** How long it lasts by the account's clock; a scheduled message waits for its time instead. */
    Duration lasts() {
        return lasts;
    }

    /** Whether nothing follows. */
    boolean isFinal() {
        return next == null;
    }

    /** Whether the application's status callback hears of it. */
    boolean isReported() {
        return !SILENT.contains(this);
    }
}
