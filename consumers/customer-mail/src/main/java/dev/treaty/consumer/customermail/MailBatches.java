package dev.treaty.consumer.customermail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sendgrid.Method;
import java.util.Map;

/**
 * Batches of scheduled mails, which can be canceled together.
 *
 * <p>Every method throws {@link ApiKeyRefused}, {@link NotPermitted}, {@link RequestRefused}, {@link TooManyRequests} or
 * {@link SendGridUnavailable}.
 */
public final class MailBatches {

    private final SendGridConnection sendGrid;

    /** The batches of the connection's account. */
    public MailBatches(SendGridConnection sendGrid) {
        this.sendGrid = sendGrid;
    }

    /** Creates a batch; returns its id, for {@link MailSchedule}. */
    public String create() {
        var reply = sendGrid.execute(Method.POST, "mail/batch", Map.of(), "");
        return reply.text(reply.object(), "batch_id");
    }

    /** Cancels all mails of a batch that have not been sent; at least ten minutes before they are due. */
    public void cancel(String batch) {
        var request =
                JsonNodeFactory.instance.objectNode().put("batch_id", batch).put("status", "cancel");
        sendGrid.execute(Method.POST, "user/scheduled_sends", Map.of(), request.toString());
    }
}
