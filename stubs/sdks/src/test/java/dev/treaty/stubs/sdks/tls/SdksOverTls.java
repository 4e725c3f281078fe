package dev.treaty.stubs.sdks.tls;

import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.sdks.process.StubAccount;
import dev.treaty.stubs.sdks.stripe.StripeSdk;
import dev.treaty.stubs.sdks.twilio.TwilioSdk;
import java.net.URI;

/** An application with both SDKs, which knows nothing of certificates; a process of its own, because what it trusts is an option of the JVM. */
final class SdksOverTls {

    private SdksOverTls() {}

    /** Uses the SDKs of Stripe and Twilio with servers at these URLs, in this order. */
    public static void main(String[] urls) throws StripeException {
        var stripe = StripeSdk.of(StubAccount.stripe(URI.create(urls[0])));
        var customer = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setName("Erika Mustermann")
                        .build());
        System.out.println("customer " + customer.getName());

        var twilio = TwilioSdk.of(StubAccount.twilio(URI.create(urls[1])));
        var message = Message.creator(
                        new PhoneNumber("+14155550123"),
                        new PhoneNumber("+15005550006"),
                        "The polls are open until eight.")
                .create(twilio);
        System.out.println("message " + message.getStatus());
    }
}
