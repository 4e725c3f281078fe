package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.STATUS_CALLBACK;

import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import dev.treaty.consumer.recording.FormBody;
import java.util.SortedMap;
import java.util.TreeMap;

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

    MessageContentsBuilder describe(MessageContentsBuilder contents) {
        // The metadata come last, because withContent drops their matchers. They repeat the content type, because
        // withMetadata drops it.
        return contents.withContent(form)
                .withMetadata(metadata -> metadata.add("contentType", String.valueOf(form.getContentType()))
                        .matchRegex(
                                SIGNATURE, TwilioSignature.REGEX, TwilioSignature.of(ACCOUNT, STATUS_CALLBACK, fields))
                        .matchRegex(URL, "https?://.+", STATUS_CALLBACK.toString()));
    }
}
