package dev.treaty.provider.service.outbox;

/** A receiver did not accept an event, which stays in the outbox. */
public final class PublishingFailed extends Exception {

    /** @param reason in one line, without secrets; stored with the event */
    public PublishingFailed(String reason) {
        super(reason);
    }
}
