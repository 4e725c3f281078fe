package dev.treaty.stubs.sdks.twilio;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.sdks.http.ReceivedRequest;
import dev.treaty.stubs.sdks.http.WebhookReceiver;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaign of 1,000 text messages, between whose two waves people opt out. */
@ExtendWith(SharedStubs.class)
class SmsCampaignIT {

    private static final int RECIPIENTS = 1_000;
    private static final int OPTED_OUT = 20;
    private static final int OPTED_OUT_CODE = 21610;

    @Test
    void who_opts_out_of_a_campaign_gets_no_second_message(PackagedStubs stubs) throws IOException {
        var account = StubAccount.twilio(stubs);
        var twilio = TwilioSdk.of(account);
        try (var application = WebhookReceiver.start()) {
            var service = service(twilio, application);
            var number = service.number();

            var refusedInFirstWave = send(twilio, service.sid(), "The polls are open until eight.");
            account.advance(Duration.ofMinutes(1));
            recipients().limit(OPTED_OUT).forEach(recipient -> receive(account, recipient, number, "STOP"));
            receive(account, recipients().findFirst().orElseThrow(), number, "START");
            var refusedInSecondWave = send(twilio, service.sid(), "The polls close in an hour.");
            account.advance(Duration.ofMinutes(1));

            assertThat(refusedInFirstWave).isEmpty();
            assertThat(refusedInSecondWave)
                    .containsExactlyInAnyOrderElementsOf(
                            recipients().limit(OPTED_OUT).skip(1).toList());
            assertThat(statuses(application.received("/status")))
                    .isEqualTo(Map.of("queued", 1981L, "sent", 1981L, "delivered", 1981L));
            assertThat(application.received("/status"))
                    .allMatch(callback -> isSigned(callback, account, application.url("/status")));
            assertThat(application.received("/inbound")).hasSize(OPTED_OUT + 1);
            assertThat(countBySender(twilio, number)).isEqualTo(2 * RECIPIENTS - (OPTED_OUT - 1) + OPTED_OUT + 1);
        }
    }

    private static CampaignService service(TwilioRestClient twilio, WebhookReceiver application) {
        var number = IncomingPhoneNumber.creator("510").create(twilio);
        var service = Service.creator("A campaign")
                .setStatusCallback(URI.create(application.url("/status")))
                .setInboundRequestUrl(URI.create(application.url("/inbound")))
                .create(twilio);
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(service.getSid(), number.getSid())
                .create(twilio);
        return new CampaignService(service.getSid(), number.getPhoneNumber().toString());
    }

    private static Stream<String> recipients() {
        return IntStream.range(0, RECIPIENTS).mapToObj(index -> String.format(Locale.ROOT, "+1415556%04d", index));
    }

    /** Sends to everybody; returns who has opted out. */
    private static Set<String> send(TwilioRestClient twilio, String service, String text) {
        var optedOut = new HashSet<String>();
        recipients().forEach(recipient -> {
            try {
                var message = Message.creator(new PhoneNumber(recipient), service, text)
                        .create(twilio);
                assertThat(message.getStatus()).isEqualTo(Message.Status.ACCEPTED);
            } catch (ApiException refused) {
                assertThat(refused.getCode()).isEqualTo(OPTED_OUT_CODE);
                optedOut.add(recipient);
            }
        });
        return optedOut;
    }

    private static void receive(StubAccount account, String from, String to, String body) {
        account.post("/__treaty/inbound/messages", Map.of("from", from, "to", to, "body", body));
    }

    private static Map<String, Long> statuses(List<ReceivedRequest> callbacks) {
        return callbacks.stream().collect(groupingBy(callback -> callback.form().get("MessageStatus"), counting()));
    }

    private static boolean isSigned(ReceivedRequest callback, StubAccount account, String url) {
        return new RequestValidator(account.password())
                .validate(
                        url,
                        callback.form(),
                        callback.header("X-Twilio-Signature").orElse(""));
    }

    private static long countBySender(TwilioRestClient twilio, String number) {
        var count = 0L;
        for (var message :
                Message.reader().setFrom(new PhoneNumber(number)).pageSize(200).read(twilio)) {
            assertThat(message.getStatus()).isEqualTo(Message.Status.DELIVERED);
            count++;
        }
        return count;
    }

    /** A messaging service with one number. */
    private record CampaignService(String sid, String number) {}
}
