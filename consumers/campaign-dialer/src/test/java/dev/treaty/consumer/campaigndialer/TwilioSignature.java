package dev.treaty.consumer.campaigndialer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Twilio signs a callback: HMAC-SHA1, keyed with the auth token, of the URL and the fields in the order of their names. */
final class TwilioSignature {

    static final String REGEX = "[A-Za-z0-9+/]{27}=";

    private TwilioSignature() {}

    static String of(TwilioAccount account, URI url, SortedMap<String, String> fields) {
        var signed = new StringBuilder(url.toString());
        fields.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(account.authToken().getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }
}
