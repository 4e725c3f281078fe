package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.broker.http.HalDocument;
import java.util.List;

/**
 * What the broker said when the contracts of a consumer were published.
 *
 * @param answer as the broker sent it
 */
public record PublishedConsumer(String consumer, List<Notice> notices, HalDocument answer) {

    /**
     * A sentence of the broker.
     *
     * @param type {@code success}, {@code warning}, {@code error}, {@code info}, {@code prompt} or {@code debug}
     */
    public record Notice(String type, String text) {

        static Notice of(HalDocument notice) {
            return new Notice(
                    notice.text("type").orElse(""), notice.text("text").orElse(""));
        }
    }

    static PublishedConsumer of(String consumer, HalDocument answer) {
        var notices = HalDocument.documents(answer.json().path("notices"));
        return new PublishedConsumer(consumer, notices.stream().map(Notice::of).toList(), answer);
    }
}
