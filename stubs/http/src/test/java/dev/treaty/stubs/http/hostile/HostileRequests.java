package dev.treaty.stubs.http.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Requests that the server must survive: bytes that are not HTTP, and HTTP with bad intentions. The same seed gives the same bytes. */
final class HostileRequests {

    private static final int MANY = 5_000;

    /** 20 MiB of zeros, compressed to about 20 KiB; compressed once, because that takes longer than to send it. */
    private static final byte[] BOMB = compressedZeros();

    private final Random random;
    private final List<Function<Random, byte[]>> kinds = List.of(
            HostileRequests::noise,
            HostileRequests::mutated,
            HostileRequests::brokenRequestLine,
            HostileRequests::brokenHeader,
            HostileRequests::hugeHeader,
            HostileRequests::manyHeaders,
            HostileRequests::contradictoryLength,
            HostileRequests::brokenChunks,
            HostileRequests::brokenTarget,
            HostileRequests::longQuery,
            HostileRequests::deepJson,
            HostileRequests::oddJson,
            HostileRequests::hostileXml,
            HostileRequests::invalidUtf8,
            HostileRequests::decompressionBomb,
            HostileRequests::brokenForm,
            HostileRequests::brokenMultipart,
            HostileRequests::truncated);

    HostileRequests(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        return kinds.get(random.nextInt(kinds.size())).apply(random);
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(Random random) {
        var bytes = post("/p/json", "application/json", "{\"name\": \"x\"}");
        for (var i = 0; i <= random.nextInt(8); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] brokenRequestLine(Random random) {
        return oneOf(
                random,
                "GET\r\n\r\n",
                "GET /p/x\r\n\r\n",
                "GET /p/x HTTP/9.9\r\n\r\n",
                "G\u0000T /p/x HTTP/1.1\r\nHost: x\r\n\r\n",
                " GET /p/x HTTP/1.1\r\n\r\n",
                "GET  /p/x  HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "CONNECT evil:443 HTTP/1.1\r\nHost: evil\r\n\r\n",
                "TRACE /p/x HTTP/1.1\r\nHost: x\r\n\r\n",
                "\r\n\r\n\r\n\r\n");
    }

    private static byte[] brokenHeader(Random random) {
        return oneOf(
                random,
                "GET /p/x HTTP/1.1\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nNo colon\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\n: no name\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nX-Zero: a\u0000b\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nX-Fold: a\r\n b\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nCookie: ;;;=;=\u00ff;\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nAccept: ;;q=,,\"\r\n\r\n",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nContent-Type: ;charset=none/such\r\nContent-Length: 1\r\n\r\nx",
                "GET /p/x HTTP/1.1\r\nHost: x\r\nPact-Provider-State: {\"[[[\r\n\r\n");
    }

    private static byte[] hugeHeader(Random random) {
        return bytes(
                "GET /p/x HTTP/1.1\r\nHost: x\r\nX-Huge: " + "a".repeat(20_000 + random.nextInt(200_000)) + "\r\n\r\n");
    }

    private static byte[] manyHeaders(Random random) {
        var text = new StringBuilder("GET /p/x HTTP/1.1\r\nHost: x\r\n");
        for (var i = 0; i < MANY; i++) {
            text.append("X-").append(random.nextInt()).append(": 1\r\n");
        }
        return bytes(text + "\r\n");
    }

    private static byte[] contradictoryLength(Random random) {
        return oneOf(
                random,
                "POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n{}",
                "POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    private static byte[] brokenChunks(Random random) {
        var start = "POST /p/json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        return oneOf(
                random,
                start + "zz\r\n",
                start + "ffffffffffffffff\r\na",
                start + "5\r\nab\r\n0\r\n\r\n",
                start + "-1\r\n");
    }

    private static byte[] brokenTarget(Random random) {
        return oneOf(
                random,
                "GET /p/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /p/%zz?%=%& HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /p/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /p/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //p//x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://[::1/p HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /p/\u00c0\u00af HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /p/x?" + "[".repeat(500) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static byte[] longQuery(Random random) {
        return bytes("GET /p/x?" + ("a" + random.nextInt() + "=1&").repeat(MANY) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static byte[] deepJson(Random random) {
        var depth = 900 + random.nextInt(100_000);
        return random.nextBoolean()
                ? post("/p/json", "application/json", "[".repeat(depth) + "]".repeat(depth))
                : post("/p/json", "application/json", "{\"name\":".repeat(depth) + "1" + "}".repeat(depth));
    }

    private static byte[] oddJson(Random random) {
        return post(
                "/p/json",
                "application/json",
                List.of(
                                "{\"name\": \"\\u0000\"}",
                                "{\"name\": \"\\ud800\"}",
                                "{\"name\": 1e999999999}",
                                "{\"name\": " + "9".repeat(50_000) + "}",
                                "{\"name\": \"" + "x".repeat(300_000) + "\"}",
                                "{\"name\"",
                                "{\"name\": \"x\", \"name\": \"y\"}",
                                "\u0000",
                                "NaN")
                        .get(random.nextInt(9)));
    }

    private static byte[] hostileXml(Random random) {
        var laughs = """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
                <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
                <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]><a>&g;</a>""";
        var secret = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        var deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
        return post(
                "/p/xml",
                "application/xml",
                List.of(laughs, secret, deep, "<a", "").get(random.nextInt(5)));
    }

    private static byte[] invalidUtf8(Random random) {
        var body =
                new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, (byte) 0xff, '"', '}'
                };
        var type = random.nextBoolean() ? "application/json" : "text/plain;charset=utf-8";
        return join(head("/p/json", type, body.length), body);
    }

    private static byte[] decompressionBomb(Random random) {
        return join(
                bytes("POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + BOMB.length + "\r\n\r\n"),
                BOMB);
    }

    private static byte[] compressedZeros() {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            for (var i = 0; i < 20; i++) {
                gzip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] brokenForm(Random random) {
        return post(
                "/p/form",
                "application/x-www-form-urlencoded",
                List.of("%", "a=%zz", "=&=&=", "a[b[c]]]=1", ("a=" + random.nextInt() + "&").repeat(MANY))
                        .get(random.nextInt(5)));
    }

    private static byte[] brokenMultipart(Random random) {
        return post(
                "/p/form",
                random.nextBoolean() ? "multipart/form-data" : "multipart/form-data; boundary=x",
                List.of("--x", "--x\r\nContent-Disposition: form-data\r\n\r\n", "--x--", "-".repeat(10_000))
                        .get(random.nextInt(4)));
    }

    private static byte[] truncated(Random random) {
        var whole = post("/p/json", "application/json", "{\"name\": \"somebody\"}");
        return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
    }

    private static byte[] post(String target, String contentType, String body) {
        var bytes = body.getBytes(UTF_8);
        return join(head(target, contentType, bytes.length), bytes);
    }

    private static byte[] head(String target, String contentType, int length) {
        return bytes("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(target, contentType, length));
    }

    private static byte[] oneOf(Random random, String... texts) {
        return bytes(texts[random.nextInt(texts.length)]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
