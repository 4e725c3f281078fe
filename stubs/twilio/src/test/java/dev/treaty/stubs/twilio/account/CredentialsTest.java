package dev.treaty.stubs.twilio.account;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final TwilioAccount account = TwilioAccount.create();

    @Test
    void the_first_auth_token_is_the_right_one() {
        send(account.sdk());

        assertRefused(20003, TwilioAccount.sdk(account.sid(), "another token", account.sid()));
        send(account.sdk());
    }

    @Test
    void a_token_that_calls_itself_wrong_is_refused_from_the_start() {
        assertRefused(20003, TwilioAccount.sdk(account.sid(), "wrong-auth-token", account.sid()));
        send(account.sdk());
    }

    @Test
    void an_account_has_no_access_to_another() {
        assertRefused(
                20404,
                TwilioAccount.sdk(
                        account.sid(), account.token(), TwilioAccount.create().sid()));
    }

    @Test
    void a_subaccount_keeps_its_messages_apart() {
        var subaccount =
                Account.creator().setFriendlyName("Sub").create(account.sdk()).getSid();

        sendFrom(subaccount);

        assertThat(Message.reader(subaccount).read(account.sdk())).hasSize(1);
        assertThat(Message.reader().read(account.sdk())).isEmpty();
    }

    @Test
    void a_suspended_subaccount_can_be_read_but_not_used() {
        var subaccount = Account.creator().create(account.sdk()).getSid();
        var sent = sendFrom(subaccount);
        setStatus(subaccount, Account.Status.SUSPENDED);

        assertThatThrownBy(() -> sendFrom(subaccount))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(10001));
        account.advance(Duration.ofMinutes(1));
        assertThat(Message.fetcher(subaccount, sent.getSid()).fetch(account.sdk()))
                .returns(Message.Status.FAILED, Message::getStatus)
                .returns(30002, Message::getErrorCode);
        send(account.sdk());
        setStatus(subaccount, Account.Status.ACTIVE);
        assertThat(sendFrom(subaccount).getStatus()).isEqualTo(Message.Status.QUEUED);
    }

    private void setStatus(String subaccount, Account.Status status) {
        Account.updater(subaccount).setStatus(status).update(account.sdk());
    }

    private Message sendFrom(String subaccount) {
        return Message.creator(subaccount, new PhoneNumber("+14155550123"), new PhoneNumber(OWN_NUMBER), "Hello")
                .create(account.sdk());
    }

    @Test
    void a_subaccount_is_used_with_its_own_credentials() {
        var subaccount = Account.creator().create(account.sdk());
        var own = TwilioAccount.sdk(subaccount.getSid(), subaccount.getAuthToken(), subaccount.getSid());

        send(own);

        assertThat(Message.reader(subaccount.getSid()).read(account.sdk())).hasSize(1);
        assertThat(Message.reader().read(account.sdk())).isEmpty();
        assertThat(Account.reader().read(own)).extracting(Account::getSid).containsExactly(subaccount.getSid());
        assertRefused(20003, TwilioAccount.sdk(subaccount.getSid(), "another token", subaccount.getSid()));
        assertRefused(20404, TwilioAccount.sdk(subaccount.getSid(), subaccount.getAuthToken(), account.sid()));
    }

    @Test
    void a_subaccount_that_does_not_exist_has_no_credentials() {
        var subaccount = Account.creator().create(account.sdk());
        account.control("POST", "/reset", Map.of());

        assertRefused(20003, TwilioAccount.sdk(subaccount.getSid(), subaccount.getAuthToken(), subaccount.getSid()));
    }

    @Test
    void a_closed_account_stays_closed() {
        var subaccount = Account.creator().create(account.sdk());
        setStatus(subaccount.getSid(), Account.Status.CLOSED);

        assertThatThrownBy(() -> setStatus(subaccount.getSid(), Account.Status.ACTIVE))
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(21479));
        assertRefused(20003, TwilioAccount.sdk(subaccount.getSid(), subaccount.getAuthToken(), subaccount.getSid()));
    }

    @Test
    void an_account_does_not_change_its_own_status() {
        send(account.sdk());

        assertThatThrownBy(() -> setStatus(account.sid(), Account.Status.SUSPENDED))
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(21477));
    }

    @Test
    void an_api_key_works_for_its_account() {
        var key = NewKey.creator().create(account.sdk());

        send(TwilioAccount.sdk(key.getSid(), key.getSecret(), account.sid()));

        assertThat(Message.reader().read(account.sdk())).hasSize(1);
        assertRefused(20003, TwilioAccount.sdk(key.getSid(), "another secret", account.sid()));
    }

    @Test
    void a_rate_limit_counts_by_the_accounts_clock() {
        account.control("POST", "/limit", Map.of("requests", 2, "per", "PT10S"));
        send(account.sdk());
        send(account.sdk());

        var refused = account.request("GET", "/2010-04-01/Accounts/" + account.sid() + "/Messages.json", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("20429");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        account.advance(Duration.ofSeconds(10));
        send(account.sdk());
    }

    @Test
    void what_is_not_covered_has_twilios_shape() {
        var missed = account.request("GET", "/v1/Workspaces", "");

        assertThat(missed.statusCode()).isEqualTo(404);
        assertThat(missed.headers().firstValue("Treaty-Not-Covered")).isPresent();
        assertThat(missed.body())
                .contains(
                        "\"code\":20404",
                        "does not cover",
                        "\"more_info\":\"https://www.twilio.com/docs/errors/20404\"");
    }

    private static void send(TwilioRestClient sdk) {
        Message.creator(new PhoneNumber("+14155550123"), new PhoneNumber(OWN_NUMBER), "Hello")
                .create(sdk);
    }

    private static void assertRefused(int code, TwilioRestClient sdk) {
        assertThatThrownBy(() -> send(sdk))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
    }
}
