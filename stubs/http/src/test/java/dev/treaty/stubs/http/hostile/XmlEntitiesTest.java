package dev.treaty.stubs.http.hostile;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body of XML has the server read no file, open no connection and expand no entity (OWASP: XML external entity injection). */
class XmlEntitiesTest {

    private static final String PLANTED = "planted-7f3a";

    private static final String ANY_NAME = http("a request with a name", """
        {"method": "POST", "path": "/xml", "headers": {"Content-Type": ["application/xml"]},
         "body": {"content": "<n>x</n>", "contentType": "application/xml", "encoded": false},
         "matchingRules": {"body": {"$.n['#text']": {"combine": "AND", "matchers": [{"match": "type"}]}}}}\
        """, text("matched"));

    private static final String UPLOAD = http("an upload of a name", """
        {"method": "POST", "path": "/upload", "headers": {"Content-Type": ["multipart/form-data; boundary=x"]},
         "body": {"content": "--x\\r\\nContent-Disposition: form-data; name=\\"f\\"; filename=\\"f.xml\\"\\r\\nContent-Type: application/xml\\r\\n\\r\\n<n>x</n>\\r\\n--x--\\r\\n",
          "contentType": "multipart/form-data; boundary=x", "encoded": false}}\
        """, text("matched"));

    private static final String PLAIN_TEXT = http("a request with a page", """
        {"method": "POST", "path": "/page", "headers": {"Content-Type": ["text/plain"]},
         "body": {"content": "<!DOCTYPE html><p>x</p>", "contentType": "text/plain", "encoded": false}}\
        """, text("matched"));

    @TempDir
    static Path folder;

    private static ReplayServer stub;
    private static ServerSocket elsewhere;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), PLANTED);
        Files.writeString(folder.resolve("own.dtd"), "<!ENTITY e '" + PLANTED + "'>");
        elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), pact("c", "p", ANY_NAME, UPLOAD, PLAIN_TEXT))))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        stub.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE n [<!ENTITY e SYSTEM 'FILE/secret.txt'>]><n>&e;</n>",
                "<!DOCTYPE n [<!ENTITY e SYSTEM 'HTTP/e'>]><n>&e;</n>",
                "<!DOCTYPE n [<!ENTITY % p SYSTEM 'HTTP/p'>%p;]><n>x</n>",
                "<!DOCTYPE n [<!ENTITY % p SYSTEM 'FILE/own.dtd'>%p;]><n>&e;</n>",
                "<!DOCTYPE n SYSTEM 'HTTP/d'><n>x</n>",
                "<!doctype n SYSTEM 'FILE/own.dtd'><n>&e;</n>",
                "<?xml version='1.0'?><!-- <n> --><?n ?>\n<!DOCTYPE n PUBLIC '-//x' 'HTTP/d'><n>x</n>",
                "<!DOCTYPE n [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><n>&b;</n>",
            })
    void a_document_type_is_refused(String xml) throws IOException {
        for (var charset : List.of(UTF_8, UTF_16)) {
            var response = RawHttp.send(stub.port(), request(filled(xml), charset));

            assertThat(response.status()).as(response.text()).isEqualTo(404);
            assertThat(response.text())
                    .doesNotContain(PLANTED, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                    .contains("a request with a name");
        }
        assertNothingWasRequested();
    }

    /** The parser finds out by itself how the first bytes are encoded, and switches when a declaration says so (XML 1.0, appendix F). */
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, UTF-16LE, ''",
        "UTF-16BE, UTF-16BE, ''",
        "UTF-16LE, UTF-16LE, UTF-16",
        "IBM037, IBM037, IBM037",
        "US-ASCII, IBM037, IBM037",
        "UTF-8, UTF-16BE, UTF-16BE",
        "UTF-32BE, UTF-32BE, ISO-10646-UCS-4",
    })
    void a_document_type_is_refused_in_any_encoding(Charset declaration, Charset rest, String encoding)
            throws IOException {
        var declared = encoding.isEmpty() ? "" : "<?xml version='1.0' encoding='" + encoding + "'?>";
        var bytes = new ByteArrayOutputStream();
        bytes.write(declared.getBytes(declaration));
        bytes.write(filled("<!DOCTYPE n SYSTEM 'HTTP/d'><n>x</n>").getBytes(rest));

        for (var type : List.of("application/xml", "application/xml; charset=" + rest)) {
            var response = RawHttp.send(
                    stub.port(), Request.of("POST", "/p/xml", bytes.toByteArray(), "Content-Type: " + type));

            assertThat(response.status()).as(response.text()).isEqualTo(404);
            assertNothingWasRequested();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "IBM037"})
    void a_document_type_in_an_upload_is_refused(Charset charset) throws IOException {
        var xml = filled("<?xml version='1.0' encoding='" + charset + "'?><!DOCTYPE n SYSTEM 'HTTP/d'><n>x</n>");
        var bytes = new ByteArrayOutputStream();
        bytes.write(
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.xml\"\r\nContent-Type: application/xml\r\n\r\n"
                        .getBytes(UTF_8));
        bytes.write(xml.getBytes(charset));
        bytes.write("\r\n--x--\r\n".getBytes(UTF_8));

        var response = RawHttp.send(
                stub.port(),
                Request.of("POST", "/p/upload", bytes.toByteArray(), "Content-Type: multipart/form-data; boundary=x"));

        assertThat(response.status()).as(response.text()).isEqualTo(404);
        assertNothingWasRequested();
    }

    @Test
    void the_reason_is_told() {
        var response = RawHttp.send(stub.port(), request("<!DOCTYPE n><n>x</n>", UTF_8));

        assertThat(response.text())
                .contains("No interaction of p matches POST /xml.")
                .contains("it cannot be compared: its XML has a document type declaration");
    }

    @Test
    void nothing_is_included() throws IOException {
        var response = RawHttp.send(
                stub.port(),
                request(
                        filled("<n xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='FILE/secret.txt'"
                                + " parse='text'/></n>"),
                        UTF_8));

        assertThat(response.text()).doesNotContain(PLANTED);
        assertNothingWasRequested();
    }

    @Test
    void xml_without_a_document_type_and_text_with_one_match_as_before() {
        assertThat(RawHttp.send(stub.port(), request("<?xml version='1.0'?><n><![CDATA[<!DOCTYPE n>]]></n>", UTF_8))
                        .text())
                .isEqualTo("matched");
        assertThat(RawHttp.send(stub.port(), Request.post("/p/page", "text/plain", "<!DOCTYPE html><p>x</p>"))
                        .text())
                .isEqualTo("matched");
    }

    private static String filled(String xml) {
        var port = elsewhere.getLocalPort();
        return xml.replace("FILE", folder.toUri().toString().replaceFirst("/$", ""))
                .replace("HTTP", "http://127.0.0.1:" + port);
    }

    private static Request request(String xml, Charset charset) {
        return Request.of(
                "POST",
                "/p/xml",
                xml.getBytes(charset),
                "Content-Type: application/xml" + (charset.equals(UTF_8) ? "" : "; charset=UTF-16"));
    }

    private static void assertNothingWasRequested() throws IOException {
        elsewhere.setSoTimeout(1);
        try (var connection = elsewhere.accept()) {
            throw new AssertionError("The server opened a connection: " + connection);
        } catch (SocketTimeoutException e) {
            return;
        }
    }
}
