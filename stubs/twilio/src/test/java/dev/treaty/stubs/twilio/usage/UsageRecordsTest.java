package dev.treaty.stubs.twilio.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageRecordsTest {

    private final TwilioAccount account = TwilioAccount.create();

    @BeforeEach
    void send() {
        for (var i = 0; i < 3; i++) {
            Message.creator(new PhoneNumber("+14155550101"), new PhoneNumber(TwilioAccount.OWN_NUMBER), "x")
                    .create(account.sdk());
        }
        account.advance(Duration.ofMinutes(1));
    }

    private JsonNode records(String target) {
        var path = "/2010-04-01/Accounts/" + account.sid() + "/Usage/Records" + target;
        var response = account.request("GET", path, "");
        return Json.parse(response.body().getBytes(StandardCharsets.UTF_8)).path("usage_records");
    }

    @Test
    void messages_are_counted_by_category() {
        var all = records(".json");

        assertThat(all.findValuesAsText("category")).containsExactly("sms", "sms-outbound", "totalprice");
        assertThat(all.get(0).path("count").asText()).isEqualTo("3");
        assertThat(all.get(0).path("price").asText()).isEqualTo("0.02250");
        assertThat(all.get(2).path("price").asText()).isEqualTo("0.02250");
    }

    @ParameterizedTest
    @CsvSource({
        "/Today.json?Category=sms,1",
        "/Yesterday.json?Category=sms,0",
        "/ThisMonth.json?Category=sms-outbound,1",
        "/LastMonth.json,0",
        "/Daily.json?Category=sms,1",
        "/Monthly.json?Category=sms,1",
        "/Yearly.json?Category=sms,1",
        "/AllTime.json?Category=calls,0",
        ".json?Category=sms&EndDate=2020-01-01,0",
        ".json?Category=sms&StartDate=-30days,1"
    })
    void they_are_restricted_to_a_time(String target, int size) {
        assertThat(records(target)).hasSize(size);
    }

    @Test
    void another_month_is_counted_by_itself() {
        account.advance(Duration.ofDays(40));
        send();

        assertThat(records("/Monthly.json?Category=sms").findValuesAsText("count"))
                .containsExactly("3", "3");
        assertThat(records(".json?Category=sms").findValuesAsText("count")).containsExactly("6");
    }
}
