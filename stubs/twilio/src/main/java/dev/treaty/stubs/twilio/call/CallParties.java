package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.number.CallerIds;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls whom: phone numbers in E.164 form, clients ({@code client:alice}) or SIP addresses ({@code sip:…}).
 *
 * @param phoneNumberSid of the calling number, if the account has bought it
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials#test-calls">Twilio, magic numbers for calls</a>
 */
record CallParties(String from, String to, @Nullable String phoneNumberSid) {

    private static final Map<String, TwilioError> MAGIC_TO = Map.of(
            "+15005550001", TwilioError.CALLEE_NOT_VALID,
            "+15005550002", TwilioError.CALLEE_UNREACHABLE,
            "+15005550003", TwilioError.CALLEE_NOT_PERMITTED,
            "+15005550004", TwilioError.CALLEE_BLOCKED);

    private static final String MAGIC_INVALID_FROM = "+15005550001";

    /**
     * What a request says.
     *
     * @throws dev.treaty.stubs.vendor.VendorError if Twilio would not make such a call
     */
    static CallParties of(World world, String accountSid, Parameters parameters) {
        var to = parameters.text("To").orElseThrow(TwilioError.CALL_TO_REQUIRED::with);
        var from = parameters.text("From").orElseThrow(TwilioError.CALL_FROM_REQUIRED::with);
        var caller = caller(world, accountSid, from);
        var callee = callee(to);
        var phoneNumberSid = PhoneNumber.parse(caller)
                .flatMap(number -> OwnedNumbers.find(world, accountSid, number))
                .map((ObjectNode number) -> number.path("sid").asText());
        return new CallParties(caller, callee, phoneNumberSid.orElse(null));
    }

    /** Whether it is a client or a SIP address. */
    static boolean isAddress(String endpoint) {
        return endpoint.startsWith("client:") || endpoint.startsWith("sip:");
    }

    private static String caller(World world, String accountSid, String from) {
        if (isAddress(from)) {
            return from;
        }
        var number = PhoneNumber.parse(from)
                .filter(parsed -> !parsed.e164().equals(MAGIC_INVALID_FROM))
                .orElseThrow(() -> TwilioError.INVALID_CALLER.with(from));
        if (!OwnedNumbers.owns(world, accountSid, number) && !CallerIds.isVerified(world, accountSid, number)) {
            throw TwilioError.CALLER_NOT_VERIFIED.with(number);
        }
        return number.e164();
    }

    private static String callee(String to) {
        if (isAddress(to)) {
            return to;
        }
        var number = PhoneNumber.parse(to).orElseThrow(() -> TwilioError.INVALID_CALLEE.with(to));
        var refusal = MAGIC_TO.get(number.e164());
        if (refusal != null) {
            throw refusal.with(number);
        }
        return number.e164();
    }
}
