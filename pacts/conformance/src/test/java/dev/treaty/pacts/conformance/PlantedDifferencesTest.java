package dev.treaty.pacts.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.conformance.check.CheckedInteraction;
import dev.treaty.pacts.conformance.check.ContractCheck;
import dev.treaty.pacts.conformance.check.Difference;
import dev.treaty.pacts.conformance.document.OpenApi;
import dev.treaty.pacts.conformance.document.VendorDocument;
import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be wrong with the committed contracts is told, each in a copy with one change. */
class PlantedDifferencesTest {

    private static final Map<String, List<OpenApi>> APIS = VendorDocument.all().stream()
            .collect(groupingBy(VendorDocument::provider, mapping(VendorDocument::api, toList())));

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // the contract; what becomes what; the place; what the document says; what the contract says
                "billing-stripe; \"status\": \"succeeded\"; \"state\": \"succeeded\"; response 200, state; no such field, the nearest is status; \"succeeded\"",
                "billing-stripe; \"amount\": 2000; \"amount\": \"2000\"; response 200, amount; integer; \"2000\"",
                "billing-stripe; \"status\": \"requires_capture\"; \"status\": \"awaiting_capture\"; response 200, status; one of canceled|processing|requires_action|requires_capture|requires_confirmation|requires_payment_method|succeeded; \"awaiting_capture\"",
                "billing-stripe; \"status\": \"succeeded\"; \"status\": null; response 200, status; one of canceled|processing|requires_action|requires_capture|requires_confirmation|requires_payment_method|succeeded; null",
                "billing-stripe; /v1/payment_intents/pi_42/cancel; /v1/payment_intents/pi_42/abort; request path; no such path, the nearest is /v1/payment_intents/search; /v1/payment_intents/pi_42/abort",
                "billing-stripe; starting_after; start_after; request query, start_after; no such parameter, the nearest is starting_after; \"ch_2\"",
                "billing-stripe; payment_method=pm_card_visa; payment_methd=pm_card_visa; request body, payment_methd; no such field, the nearest is payment_method; \"pm_card_visa\"",
                "billing-stripe; payment_method=pm_card_chargeDeclined; payment_methd=pm_card_chargeDeclined; request body, payment_methd; no such field, the nearest is payment_method; \"pm_card_chargeDeclined\"",
                "billing-stripe; &currency=eur; ; request body, currency; required; nothing",
                "billing-stripe; amount=2000&; amount=many&; request body, amount; integer; \"many\"",
                "billing-stripe; automatic_payment_methods%5Benabled%5D; automatic_payment_methods%5Benable%5D; request body, automatic_payment_methods.enable; no such field, the nearest is enabled; \"true\"",
                "billing-stripe; allow_redirects%5D=never; allow_redirects%5D=seldom; request body, automatic_payment_methods.allow_redirects; one of always|never; \"seldom\"",
                "billing-stripe; application/x-www-form-urlencoded; application/json; request body; application/x-www-form-urlencoded; application/json",
                "billing-stripe; \"status\": 200; \"status\": 201; response status; 200, default; 201",
                "billing-stripe; limit; limits; request query, limits; no such parameter, the nearest is limit; \"2\"",
                "billing-stripe; reason=requested_by_customer; reason=changed_mind; request body, reason; one of duplicate|fraudulent|requested_by_customer, maxLength 5000; \"changed_mind\"",
                "campaign-dialer-twilio; \"status\": \"queued\"; \"state\": \"queued\"; response 201, state; no such field, the nearest is status; \"queued\"",
                "campaign-dialer-twilio; \"method\": \"DELETE\"; \"method\": \"PATCH\"; request method; no such method at /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json; PATCH",
                "campaign-dialer-twilio; /Messages.json; /Message.json; request path; no such path, the nearest is /2010-04-01/Accounts/{AccountSid}/Messages.json; /2010-04-01/Accounts/AC00000000000000000000000000000042/Message.json",
                "campaign-dialer-twilio; PageToken; PageTokn; request query, PageTokn; no such parameter, the nearest is PageToken; \"PASM00000000000000000000000000000042\"",
                "campaign-dialer-twilio; MachineDetection=; MachinDetection=; request body, MachinDetection; no such field, the nearest is MachineDetection; \"Enable\"",
                "campaign-dialer-twilio; &To=%2B15005550010; ; request body, To; required; nothing",
                "campaign-dialer-twilio; \"status\": 201; \"status\": 202; response status; 201; 202",
                "campaign-dialer-twilio; Calls/CA00000000000000000000000000000042; Calls/CA42; request path, Sid; string, minLength 34, maxLength 34, pattern ^CA[0-9a-fA-F]{32}$; \"CA42\"",
                "campaign-dialer-twilio; PageSize; PageSze; request query, PageSze; no such parameter, the nearest is PageSize; \"100\"",
                "campaign-dialer-twilio; Status=completed; Status=ended; request body, Status; one of canceled|completed; \"ended\"",
            })
    void a_difference_is_told(String contract, String was, String is, String place, String document, String value)
            throws IOException {
        var text = Files.readString(Path.of("..", contract + ".json"), UTF_8);
        var expected = new Difference(place, document, value);

        assertThat(differences(contract, text)).doesNotContain(expected);
        assertThat(text).contains(was);
        assertThat(differences(contract, text.replace(was, is == null ? "" : is)))
                .contains(expected);
    }

    private static List<Difference> differences(String contract, String json) {
        var pact = PactFile.parse(Path.of(contract + ".json"), json);
        var told = new HashSet<Difference>();
        new ContractCheck(APIS.getOrDefault(pact.provider(), List.of()))
                .check(pact).stream().map(CheckedInteraction::differences).forEach(told::addAll);
        return List.copyOf(told);
    }
}
