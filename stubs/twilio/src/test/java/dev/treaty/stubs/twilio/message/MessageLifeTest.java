package dev.treaty.stubs.twilio.message;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageLifeTest {

    private static final PhoneNumber RECIPIENT = new PhoneNumber("+14155550123");

    private final TwilioAccount account = TwilioAccount.create();

    @Test
    void a_message_is_delivered_as_time_passes_and_the_application_is_told() {
        try (var application = Application.start()) {
            var sent = Message.creator(RECIPIENT, new PhoneNumber(OWN_NUMBER), "Hello")
                    .setStatusCallback(URI.create(application.url("/status?campaign=7")))
                    .create(account.sdk());

            account.advance(Duration.ofSeconds(3));

            assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
            assertThat(sent.getDateSent()).isNull();
            assertThat(fetch(sent))
                    .returns(Message.Status.DELIVERED, Message::getStatus)
                    .returns("-0.00750", Message::getPrice);
            assertThat(application.received("/status", "MessageStatus")).containsExactly("sent", "delivered");
            assertThat(application.received("/status"))
                    .allMatch(callback -> callback.isSignedWith(account.token()))
                    .noneMatch(callback -> callback.isSignedWith("another token"));
        }
    }

    @Test
    void a_message_to_a_landline_is_not_delivered() {
        var sent = send("+15005550030");

        account.advance(Duration.ofMinutes(1));

        assertThat(fetch(sent))
                .returns(Message.Status.UNDELIVERED, Message::getStatus)
                .returns(30006, Message::getErrorCode)
                .returns("Landline or unreachable carrier", Message::getErrorMessage);
    }

    @Test
    void each_segment_of_a_message_costs() {
        var sent = Message.creator(RECIPIENT, new PhoneNumber(OWN_NUMBER), "a".repeat(161))
                .create(account.sdk());

        account.advance(Duration.ofMinutes(1));

        assertThat(fetch(sent)).returns("2", Message::getNumSegments).returns("-0.01500", Message::getPrice);
    }

    @Test
    void what_a_content_template_says_is_not_simulated() {
        var sent = account.request(
                "POST",
                "/2010-04-01/Accounts/" + account.sid() + "/Messages.json",
                "To=%2B14155550123&From=%2B15005550006&ContentSid=HX00000000000000000000000000000042");

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.headers().firstValue("Treaty-Not-Covered")).contains("behaviour");
    }

    @Test
    void a_message_is_not_deleted_before_its_end() {
        var sent = send("+14155550123");

        assertThatThrownBy(() -> Message.deleter(sent.getSid()).delete(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(20009));
        account.advance(Duration.ofMinutes(1));
        assertThat(Message.deleter(sent.getSid()).delete(account.sdk())).isTrue();
        assertThatThrownBy(() -> fetch(sent))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        missing -> assertThat(missing.getCode()).isEqualTo(20404));
    }

    @Test
    void a_text_is_redacted() {
        var sent = send("+14155550123");

        Message.updater(sent.getSid()).setBody("").update(account.sdk());

        assertThat(fetch(sent).getBody()).isEmpty();
    }

    @Test
    void media_are_listed_in_their_order() {
        var sent = Message.creator(
                        RECIPIENT,
                        new PhoneNumber(OWN_NUMBER),
                        List.of(URI.create("https://example.com/a.png"), URI.create("https://example.com/b.mp4")))
                .create(account.sdk());

        var types = new ArrayList<String>();
        Media.reader(sent.getSid()).read(account.sdk()).forEach(media -> types.add(media.getContentType()));
        assertThat(types).containsExactly("image/png", "video/mp4");
        assertThat(sent).returns("2", Message::getNumMedia);
    }

    @Test
    void pages_neither_repeat_nor_hide_a_message_that_was_there_at_first() {
        for (var text : List.of("1", "2", "3", "4", "5")) {
            Message.creator(RECIPIENT, new PhoneNumber(OWN_NUMBER), text).create(account.sdk());
        }
        account.advance(Duration.ofMinutes(1));
        var reader = Message.reader().setTo(RECIPIENT).pageSize(2);
        var page = reader.firstPage(account.sdk());
        var texts = new ArrayList<String>();

        while (page != null) {
            send("+14155550199");
            page.getRecords().forEach(message -> {
                texts.add(message.getBody());
                Message.deleter(message.getSid()).delete(account.sdk());
            });
            page = page.hasNextPage() ? reader.nextPage(page, account.sdk()) : null;
        }

        assertThat(texts).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void a_list_is_filtered_by_the_time_of_sending() {
        send("+14155550111");
        account.advance(Duration.ofDays(2));
        var second = send("+14155550123");
        account.advance(Duration.ofMinutes(1));
        var between = fetch(second).getDateSent().minusHours(1);

        assertThat(Message.reader().setDateSentAfter(between).read(account.sdk()))
                .extracting(Message::getTo)
                .containsExactly("+14155550123");
        assertThat(Message.reader().setDateSentBefore(between).read(account.sdk()))
                .extracting(Message::getTo)
                .containsExactly("+14155550111");
        assertThat(Message.reader()
                        .setDateSent(fetch(second).getDateSent())
                        .setFrom(new PhoneNumber(OWN_NUMBER))
                        .read(account.sdk()))
                .extracting(Message::getSid)
                .containsExactly(second.getSid());
    }

    private Message send(String to) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(OWN_NUMBER), "Hello")
                .create(account.sdk());
    }

    private Message fetch(Message message) {
        return Message.fetcher(message.getSid()).fetch(account.sdk());
    }
}
