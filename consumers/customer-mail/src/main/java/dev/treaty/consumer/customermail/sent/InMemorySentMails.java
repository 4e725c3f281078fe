package dev.treaty.consumer.customermail.sent;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What was sent, in memory: forgotten with the process, for tests and trials. */
public final class InMemorySentMails implements SentMails {

    private final ConcurrentMap<String, SentMail> mails = new ConcurrentHashMap<>();

    @Override
    public Optional<SentMail> claim(String reference) {
        return Optional.ofNullable(mails.putIfAbsent(reference, SentMail.CLAIMED));
    }

    @Override
    public void confirm(String reference, String messageId) {
        mails.merge(
                reference,
                SentMail.confirmed(messageId),
                (known, confirmed) -> known.isConfirmed() ? known : confirmed);
    }

    @Override
    public void release(String reference) {
        mails.remove(reference, SentMail.CLAIMED);
    }
}
