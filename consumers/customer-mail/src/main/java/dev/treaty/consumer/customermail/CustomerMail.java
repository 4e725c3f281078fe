package dev.treaty.consumer.customermail;

import com.sendgrid.Method;
import com.sendgrid.helpers.mail.objects.Content;
import com.sendgrid.helpers.mail.objects.Email;
import com.sendgrid.helpers.mail.objects.Personalization;
import dev.treaty.consumer.customermail.sent.SentMails;
import dev.treaty.consumer.customermail.sent.SentMails.SentMail;
import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Sends mail to customers, each at most once.
 *
 * <p>Every method throws {@link ApiKeyRefused} (401), {@link NotPermitted} (403), {@link RequestRefused} (400), {@link MailTooLarge} (413),
 * {@link TooManyRequests} (429), all of which mean that nothing was sent, and {@link SendGridUnavailable}, which says whether something may
 * have been.
 */
public final class CustomerMail {

    /** The custom argument that SendGrid returns in each event about a mail. */
    public static final String REFERENCE = "reference";

    private static final String SEND = "mail/send";
    private static final String MESSAGE_ID = "X-Message-Id";

    private final SendGridConnection sendGrid;
    private final Sender sender;
    private final SentMails sent;

    /** All that send for the same account must share what was sent. */
    public CustomerMail(SendGridConnection sendGrid, Sender sender, SentMails sent) {
        this.sendGrid = sendGrid;
        this.sender = sender;
        this.sent = sent;
    }

    /** Sends a mail, unless one with its reference was sent before, or may have been. */
    public SendResult send(Mail mail) {
        var body = body(mail);
        var known = sent.claim(mail.reference());
        if (known.isPresent()) {
            return known(known.get());
        }
        try {
            var messageId = sendGrid.execute(Method.POST, SEND, Map.of(), body)
                    .header(MESSAGE_ID)
                    .orElse("");
            sent.confirm(mail.reference(), messageId);
            return new SendResult.Accepted(messageId);
        } catch (SendGridUnavailable unavailable) {
            if (!unavailable.maybeTaken()) {
                sent.release(mail.reference());
            }
            throw unavailable;
        } catch (TreatyException refused) {
            sent.release(mail.reference());
            throw refused;
        }
    }

    private static SendResult known(SentMail mail) {
        return mail.isConfirmed() ? new SendResult.AlreadySent(mail.messageId()) : new SendResult.Unsettled();
    }

    /**
     * Notes that a mail went out, because there is an event about it.
     *
     * @param reference of the mail
     * @param messageId {@code sg_message_id} of the event, or empty
     */
    public void settle(String reference, String messageId) {
        sent.confirm(reference, messageId);
    }

    private String body(Mail mail) {
        var personalization = new Personalization();
        personalization.addTo(email(mail.to(), mail.name()));
        personalization.addCustomArg(REFERENCE, mail.reference());
        var request = new com.sendgrid.helpers.mail.Mail();
        request.setFrom(email(sender.address(), sender.name()));
        if (mail.content() instanceof MailContent.Text text) {
            request.setSubject(text.subject());
            request.addContent(new Content("text/plain", text.text()));
            if (!text.html().isEmpty()) {
                request.addContent(new Content("text/html", text.html()));
            }
        } else if (mail.content() instanceof MailContent.Template template) {
            request.setTemplateId(template.id());
            template.data().forEach(personalization::addDynamicTemplateData);
        }
        request.addPersonalization(personalization);
        request.addCategory(mail.category());
        if (mail.schedule() != null) {
            request.setSendAt(mail.schedule().at().getEpochSecond());
            request.setBatchId(mail.schedule().batch());
        }
        return json(request);
    }

    private static Email email(EmailAddress address, String name) {
        return name.isEmpty() ? new Email(address.value()) : new Email(address.value(), name);
    }

    private static String json(com.sendgrid.helpers.mail.Mail request) {
        try {
            return request.build();
        } catch (IOException e) {
            throw new UncheckedIOException("A mail of texts can always be written as JSON", e);
        }
    }
}
