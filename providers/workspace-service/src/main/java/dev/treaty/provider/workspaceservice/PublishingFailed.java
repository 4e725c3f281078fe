package dev.treaty.provider.workspaceservice;

/** An event was not taken; it stays in the outbox. */
public final class PublishingFailed extends Exception {

    /** @param reason in one line, without anything secret; kept beside the event */
    public PublishingFailed(String reason) {
        super(reason);
    }
}
