package dev.treaty.stubs.sendgrid.api;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** New ids, as SendGrid's look. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 22 characters of base64url: {@code X-Message-Id}, {@code sg_event_id}. */
    public static String random() {
        return random(16);
    }

    /** Base64url of this many random bytes. */
    public static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** A UUID. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
