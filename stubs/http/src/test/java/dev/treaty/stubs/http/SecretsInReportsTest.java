package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that a client sends are neither in the explanation of a miss nor in the access log: by their names, or by their form. */
class SecretsInReportsTest {

    /** Each value has this, so that a search finds all of them. */
    private static final String MARK = "9f8e7d6c";

    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5ZjhlN2Q2YyJ9." + MARK + "abcdef";

    private static final String CONTRACT = pact(
            "c",
            "p",
            expecting("application/x-www-form-urlencoded", "\"note=x\"", "/form"),
            expecting("application/json", "{\"note\": \"x\"}", "/json"),
            expecting("application/xml", "\"<order><note>x</note></order>\"", "/xml"),
            expecting("text/plain", "\"x\"", "/text"));

    @Test
    void in_headers() {
        assertNothingLeaks(Request.get(
                "/p/form",
                "Authorization: Bearer " + MARK + "-1",
                "Proxy-Authorization: Basic " + MARK + "2222",
                "Cookie: sid=" + MARK + "3; theme=" + MARK + "4",
                "X-Api-Key: " + MARK + "5",
                "X-Auth: " + MARK + "6",
                "X-Otp: " + MARK + "7",
                "X-Session-Id: " + MARK + "8",
                "X-Forwarded-Jwt: " + JWT,
                "Accept: Bearer " + MARK + "-9"));
    }

    @Test
    void in_a_query() {
        assertNothingLeaks(Request.get("/p/form?passphrase=" + MARK + "10&pin=" + MARK + "11&otp=" + MARK
                + "12&private_key=" + MARK + "13&sessionId=" + MARK + "14&note=sk_live_" + MARK + "15&next=" + JWT
                + "&hook=whsec_" + MARK + "16abcdefghijklm&account=AC" + MARK.repeat(4) + "&key=SK" + MARK.repeat(4)));
    }

    @Test
    void in_a_form() {
        assertNothingLeaks(Request.post(
                "/p/form",
                "application/x-www-form-urlencoded",
                "note=Bearer+" + MARK + "17&passphrase=" + MARK + "18&card[cvc]=" + MARK + "19&user_pin=" + MARK
                        + "20&client_secret=" + MARK + "21&token=" + JWT + "&url=https://user:" + MARK
                        + "22@example.com"));
    }

    @Test
    void in_json() {
        assertNothingLeaks(
                Request.post("/p/json", "application/json", """
                    {"note": "%s", "pinCode": "M23", "login": {"passwd": "M24", "otpCode": "M25", "recovery": {"passphrase": "M26"}},
                     "keys": [{"privateKey": "M27"}], "text": "call with Bearer M28 please", "stripe": "sk_live_M29", "hook": "whsec_M30abc",
                     "pem": "-----BEGIN PRIVATE KEY-----\\nM31\\n-----END PRIVATE KEY-----"}\
                    """.formatted(JWT).replace("M", MARK)));
    }

    @Test
    void in_xml() {
        assertNothingLeaks(
                Request.post("/p/xml", "application/xml", """
                    <order pin="M32"><note>%s</note><password>M33</password><s:sessionToken xmlns:s="urn:s"><![CDATA[M34]]></s:sessionToken>
                    <user otp='M35'>sk_test_M36</user></order>\
                    """.formatted(JWT).replace("M", MARK)));
    }

    @Test
    void in_text() {
        assertNothingLeaks(
                Request.post("/p/text", "text/plain", "password: M37\nAPI_KEY=M38\nBearer M39xyz".replace("M", MARK)));
    }

    @Test
    void in_text_within_json() {
        assertNothingLeaks(
                Request.post("/p/json", "application/json", """
                    {"note": "{\\"password\\": \\"M41\\"}", "tokens": ["M42", {"a": "M43"}], "list": ["AccountKey=M44==;Other=1", "%s"],
                     "pass": "M45", "credentials": {"a": {"b": "M46"}}}\
                    """.formatted(JWT).replace("M", MARK)));
    }

    @Test
    void in_command_lines_and_addresses() {
        assertNothingLeaks(Request.post("/p/text", "text/plain", """
                    curl -u admin:M47 -H 'Authorization: Bearer M48' https://bob:M49@example.com/
                    curl --user=admin:M50 --proxy-user 'u:M51' redis://:M52@example.com/0
                    mysql --password=M53; export STRIPE_SECRET_KEY=M55
                    https://hooks.slack.com/services/T00/B00/M56 https://discord.com/api/webhooks/1/M57
                    -----BEGIN OPENSSH PRIVATE KEY-----
                    M58
                    -----END OPENSSH PRIVATE KEY-----
                    """.replace("M", MARK)));
    }

    /** Each vendor documents the form of its keys. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASIA9F8E7D6C9F8E7D6C",
                "AKIA9F8E7D6C9F8E7D6C",
                "SG.MM.MMMM",
                "key-MMMM",
                "pk.eyJ1IjoiYSJ9.MM",
                "sk.eyJ1IjoiYSJ9.MM",
                "xoxb-1-MM",
                "xapp-1-MM",
                "ya29.MM",
                "GOCSPX-MM",
                "ghp_MMM",
                "sk-proj-MM",
                "shpat_MM",
                "sq0atp-MM",
                "hvs.MM",
                "dop_v1_MM",
                "pypi-MM",
                "123456:AAMMMM",
            })
    void of_vendors_wherever_they_are(String form) {
        var secret = form.replace("M", MARK);

        assertNothingLeaks(
                Request.post("/p/json", "application/json", "{\"note\": \"%s\"}".formatted(secret)),
                Request.post("/p/text", "text/plain", "see " + secret + ", please"),
                Request.get("/p/form?note=" + secret),
                Request.get("/p/x/" + secret + "/send"));
    }

    @Test
    void in_a_path() {
        assertNothingLeaks(Request.get("/p/verify/" + JWT + "/sk_live_" + MARK + "40"));
    }

    private static void assertNothingLeaks(Request... requests) {
        var log = new StringWriter();
        try (var stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), CONTRACT)))
                .accessLog(log)
                .start()) {
            for (var request : requests) {
                var asJson = RawHttp.send(stub.port(), request);
                var headers = new ArrayList<>(request.headers());
                headers.add("User-Agent: curl/8.5.0");
                var asText = RawHttp.send(stub.port(), request.withHeaders(headers));

                assertThat(asJson.status()).isEqualTo(404);
                assertThat(asJson.text()).contains("No interaction of p").doesNotContainIgnoringCase(MARK);
                assertThat(asText.text()).contains("No interaction of p").doesNotContainIgnoringCase(MARK);
            }
        }
        assertThat(log.toString()).contains("\"miss\"").doesNotContainIgnoringCase(MARK);
    }

    private static String expecting(String type, String content, String path) {
        return http("a request to " + path, """
            {"method": "POST", "path": "%s", "headers": {"Content-Type": ["%s"], "Accept": ["text/x"]},
             "body": {"content": %s, "contentType": "%s", "encoded": false}}\
            """.formatted(path, type, content, type), text("x"));
    }
}
