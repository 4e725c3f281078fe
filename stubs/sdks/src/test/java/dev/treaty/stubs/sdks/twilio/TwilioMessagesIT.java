package dev.treaty.stubs.sdks.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStubs.class)
class TwilioMessagesIT {

    @Test
    void a_message_is_delivered_as_time_passes(PackagedStubs stubs) {
        var account = StubAccount.twilio(stubs);
        var twilio = TwilioSdk.of(account);
        var sent = Message.creator(
                        new PhoneNumber("+14155550123"),
                        new PhoneNumber("+15005550006"),
                        "The polls are open until eight.")
                .create(twilio);

        account.advance(Duration.ofMinutes(1));

        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(Message.fetcher(sent.getSid()).fetch(twilio).getStatus()).isEqualTo(Message.Status.DELIVERED);
    }
}
