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
    void in_a_path() {
        assertNothingLeaks(Request.get("/p/verify/" + JWT + "/sk_live_" + MARK + "40"));
    }

    private static void assertNothingLeaks(Request request) {
        var log = new StringWriter();
        try (var stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), CONTRACT)))
                .accessLog(log)
                .start()) {
            var asJson = RawHttp.send(stub.port(), request);
            var headers = new ArrayList<>(request.headers());
            headers.add("User-Agent: curl/8.5.0");
            var asText = RawHttp.send(stub.port(), request.withHeaders(headers));

            assertThat(asJson.status()).isEqualTo(404);
            assertThat(asJson.text()).contains("No interaction of p").doesNotContain(MARK);
            assertThat(asText.text()).contains("No interaction of p").doesNotContain(MARK);
        }
        assertThat(log.toString()).contains("\"miss\"").doesNotContain(MARK);
    }

    private static String expecting(String type, String content, String path) {
        return http("a request to " + path, """
            {"method": "POST", "path": "%s", "headers": {"Content-Type": ["%s"], "Accept": ["text/x"]},
             "body": {"content": %s, "contentType": "%s", "encoded": false}}\
            """.formatted(path, type, content, type), text("x"));
    }
}
