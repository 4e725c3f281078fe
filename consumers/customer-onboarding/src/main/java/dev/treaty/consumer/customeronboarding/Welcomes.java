package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.campaigndialer.CampaignDialer;
import dev.treaty.consumer.campaigndialer.ContactResult;
import dev.treaty.consumer.customermail.CustomerMail;
import dev.treaty.consumer.customermail.Mail;
import dev.treaty.consumer.customermail.MailContent;
import dev.treaty.consumer.customermail.SendResult;
import dev.treaty.consumer.customeronboarding.OnboardingLog.Sms;
import dev.treaty.consumer.customeronboarding.OnboardingResult.OpenStep;
import dev.treaty.pacts.errors.TreatyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Welcomes a customer by mail and by SMS, each at most once. */
final class Welcomes {

    private final CustomerMail mail;
    private final CampaignDialer dialer;
    private final OnboardingLog log;

    Welcomes(CustomerMail mail, CampaignDialer dialer, OnboardingLog log) {
        this.mail = mail;
        this.dialer = dialer;
        this.log = log;
    }

    /** Sends what was not sent yet, and returns what is open. */
    List<OpenStep> send(NewCustomer customer) {
        var open = new ArrayList<OpenStep>();
        mail(customer).ifPresent(why -> open.add(new OpenStep(Step.MAIL, why)));
        sms(customer).ifPresent(why -> open.add(new OpenStep(Step.SMS, why)));
        return open;
    }

    /** Why it was not sent for sure; the client remembers what it has sent, by the reference. */
    private Optional<String> mail(NewCustomer customer) {
        var content = new MailContent.Text(
                "Welcome, " + customer.name(),
                "We come for the first time on %s.".formatted(customer.firstPickup()),
                "");
        try {
            var sent = mail.send(Mail.of("welcome-" + customer.number(), customer.email(), content, "welcome"));
            return sent instanceof SendResult.Unsettled
                    ? Optional.of("it may have been sent; an event about it will tell")
                    : Optional.empty();
        } catch (TreatyException e) {
            return Optional.of(Failures.why(e));
        }
    }

    /** Twilio knows no idempotency key: what may have been sent is not sent again. */
    private Optional<String> sms(NewCustomer customer) {
        var entry = log.read(customer.number());
        if (entry.sms() != Sms.NOT_SENT) {
            return entry.sms() == Sms.SENT
                    ? Optional.empty()
                    : Optional.of("it may have been sent; Twilio's log tells");
        }
        log.write(customer.number(), entry.sms(Sms.UNKNOWN));
        try {
            var result = dialer.text(
                    customer.phone(), "Welcome, %s! We come on %s.".formatted(customer.name(), customer.firstPickup()));
            log.write(customer.number(), entry.sms(known(result)));
            return why(result);
        } catch (TreatyException refused) {
            log.write(customer.number(), entry.sms(Sms.NOT_SENT));
            return Optional.of(Failures.why(refused));
        }
    }

    private static Sms known(ContactResult<?> result) {
        if (result instanceof ContactResult.Accepted<?>) {
            return Sms.SENT;
        }
        return result instanceof ContactResult.Unconfirmed<?> ? Sms.UNKNOWN : Sms.NOT_SENT;
    }

    private static Optional<String> why(ContactResult<?> result) {
        if (result instanceof ContactResult.Accepted<?>) {
            return Optional.empty();
        }
        if (result instanceof ContactResult.TryLater<?> later) {
            return Optional.of("Twilio does not accept it now; try again in " + later.after());
        }
        if (result instanceof ContactResult.Unconfirmed<?>) {
            return Optional.of("it may have been sent; Twilio's log tells");
        }
        return Optional.of(
                result instanceof ContactResult.DoNotContact<?>
                        ? "they have opted out"
                        : "no telephone has this number");
    }
}
