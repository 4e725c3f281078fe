package dev.treaty.stubs.twilio.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of the {@code X-Twilio-Signature} header: the base64-encoded HMAC-SHA1 of the URL followed by all form
 * fields in the order of their names, name and value concatenated.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio, validating requests</a>
 */
public final class CallbackSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private final String authToken;

    /** @param authToken of the account that the callback is about */
    public CallbackSignature(String authToken) {
        this.authToken = authToken;
    }

    /**
     * The signature of a request that is sent to the application.
     *
     * @param url with its query, as the application sees it
     * @param form the body, {@code application/x-www-form-urlencoded}; empty for {@code GET}
     */
    public String of(String url, String form) {
        var signed = Arrays.stream(form.split("&"))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .map(field -> Map.entry(decoded(field[0]), field.length == 2 ? decoded(field[1]) : ""))
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining("", url, ""));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
