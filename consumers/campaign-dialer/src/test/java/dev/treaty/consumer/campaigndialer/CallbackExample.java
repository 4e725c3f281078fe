package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.STATUS_CALLBACK;

import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import dev.treaty.consumer.recording.FormBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A status callback as a message: the form is its contents; its metadata are the header {@code X-Twilio-Signature}, signed
 * over the example, and {@code callbackUrl}, where Twilio sends it, which the signature covers.
 */
final class CallbackExample {

    static final String SIGNATURE = "X-Twilio-Signature";
    static final String URL = "callbackUrl";

    private final FormBody form = FormBody.form();
    private final SortedMap<String, String> fields = new TreeMap<>();

    CallbackExample value(String name, String value) {
        form.value(name, value);
        fields.put(name, value);
        return this;
    }

    CallbackExample matching(String name, String regex, String example) {
        form.matching(name, regex, example);
        fields.put(name, example);
        return this;
    }

    String signature() {
        return TwilioSignature.of(ACCOUNT, STATUS_CALLBACK, fields);
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    MessageContentsBuilder describe(MessageContentsBuilder contents) {
        // The metadata come last: withContent forgets their matchers. They state the content type again, because
        // withMetadata forgets that.
        return contents.withContent(form)
                .withMetadata(metadata -> metadata.add("contentType", String.valueOf(form.getContentType()))
                        .matchRegex(SIGNATURE, TwilioSignature.REGEX, signature())
                        .matchRegex(URL, "https?://.+", STATUS_CALLBACK.toString()));
    }
}
