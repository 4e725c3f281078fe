package dev.treaty.stubs.twilio.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private final TwilioAccount account = TwilioAccount.create();

    @Test
    void what_is_for_sale_can_be_bought_once() {
        var available = Local.reader("US")
                .setAreaCode(510)
                .read(account.sdk())
                .iterator()
                .next()
                .getPhoneNumber();

        var bought = IncomingPhoneNumber.creator(available).create(account.sdk());

        assertThat(bought.getPhoneNumber()).isEqualTo(available);
        assertThatThrownBy(() -> IncomingPhoneNumber.creator(available).create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21422));
        assertThat(Local.reader("US").setAreaCode(510).read(account.sdk()))
                .noneMatch(number -> number.getPhoneNumber().equals(available));
    }

    @Test
    void a_released_number_is_for_sale_again() {
        var bought = IncomingPhoneNumber.creator("510").create(account.sdk());

        IncomingPhoneNumber.deleter(bought.getSid()).delete(account.sdk());

        assertThat(IncomingPhoneNumber.creator("510").create(account.sdk()).getPhoneNumber())
                .isEqualTo(bought.getPhoneNumber());
    }

    @Test
    void a_number_is_given_to_a_subaccount() {
        var number = IncomingPhoneNumber.creator("510").create(account.sdk()).getSid();
        var subaccount = Account.creator().create(account.sdk()).getSid();

        IncomingPhoneNumber.updater(number).setAccountSid(subaccount).update(account.sdk());

        assertThat(IncomingPhoneNumber.reader().read(account.sdk())).isEmpty();
        assertThat(IncomingPhoneNumber.reader(subaccount).read(account.sdk()))
                .extracting(IncomingPhoneNumber::getSid)
                .containsExactly(number);
    }

    @Test
    void a_number_is_not_given_to_a_stranger() {
        var number = IncomingPhoneNumber.creator("510").create(account.sdk()).getSid();

        assertThatThrownBy(() -> IncomingPhoneNumber.updater(number)
                        .setAccountSid(TwilioAccount.create().sid())
                        .update(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21471));
    }

    @ParameterizedTest
    @CsvSource({"+15005550000,21422", "+15005550001,21421", "number,21421"})
    void a_number_that_is_not_for_sale_is_refused(String number, int code) {
        assertThatThrownBy(() ->
                        IncomingPhoneNumber.creator(new PhoneNumber(number)).create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"533,21452", "12,21451"})
    void an_area_code_without_numbers_is_refused(String areaCode, int code) {
        assertThatThrownBy(() -> IncomingPhoneNumber.creator(areaCode).create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "+14159929960,true,US,(415) 992-9960,mobile,",
        "+442079460123,true,GB,020 7946 0123,landline,",
        "+18005550199,true,US,(800) 555-0199,tollFree,",
        "+15005550030,true,US,(500) 555-0030,landline,",
        "+141599299600,false,,,,TOO_LONG",
        "+1415992,false,,,,TOO_SHORT",
        "hello,false,,,,NOT_A_NUMBER",
    })
    void a_lookup_says_what_a_number_is(
            String number, boolean valid, String country, String national, String type, String error) {
        var found = com.twilio.rest.lookups.v2.PhoneNumber.fetcher(number)
                .setFields("line_type_intelligence")
                .fetch(account.sdk());

        assertThat(found.getValid()).isEqualTo(valid);
        assertThat(found.getCountryCode()).isEqualTo(country);
        assertThat(found.getNationalFormat()).isEqualTo(national);
        if (valid) {
            assertThat(String.valueOf(found.getLineTypeIntelligence())).contains(type);
        } else {
            assertThat(found.getValidationErrors()).hasToString("[" + error + "]");
        }
    }
}
