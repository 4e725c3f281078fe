package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.matching.request.MediaTypeValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Requests that mean the same as another one, of which pact-jvm accepts some where it refuses others. */
final class RespelledRequests {

    private static final String CODING = "Content-Encoding:";

    private static final String LINE_END = "\r\n";

    /** Signs that only browsers send in a URL (WHATWG URL, section 1.3); in its path, brackets too. */
    private static final String ONLY_BROWSERS = "{}|^`\\\"<>";

    /** Of bodies whose contract does not state a type, so that pact-jvm guesses it. */
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/csv",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/octet-stream");

    /** Commas that separate elements: an even number of quotation marks follows. */
    private static final Pattern OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Of at most two digits, so that the number can be written plainly. */
    private static final Pattern WITH_EXPONENT =
            Pattern.compile("(?<=[:\\[,\\s])-?\\d+(\\.\\d+)?[eE][-+]?\\d{1,2}(?=[,\\]}\\s])");

    private RespelledRequests() {}

    /**
     * The request itself, and others: it may differ from what pact-jvm accepts in several ways at once.
     *
     * @param contract whose types a body without a type may have
     */
    static List<Request> of(Request request, String contract) {
        var types = Stream.concat(TYPES.stream(), types(contract)).distinct().toList();
        return Stream.of(request, unpacked(unchunked(request)))
                .flatMap(each -> Stream.of(each, joined(each, true), joined(each, false), apart(each)))
                .flatMap(each -> Stream.of(each, complete(each)))
                .flatMap(each -> Stream.of(each, withPlainNumbers(each)))
                .flatMap(each -> Stream.concat(Stream.of(each), typed(each, types)))
                .flatMap(each -> Stream.of(each, RespelledTexts.in(each)))
                .distinct()
                .toList();
    }

    /** Each element of a list in a field of its own (RFC 9110, section 5.3). */
    private static Request apart(Request request) {
        return request.withHeaders(request.headers().stream()
                .flatMap(line -> {
                    var colon = line.indexOf(':');
                    return OUTSIDE_QUOTES
                            .splitAsStream(line.substring(colon + 1))
                            .map(element -> line.substring(0, colon) + ": " + element.strip());
                })
                .toList());
    }

    /**
     * Several fields with one name as one (RFC 9110, section 5.3).
     *
     * @param isUnquoted whether parameters of media types lose their quotes (section 5.6.6), of which a comma may need them
     */
    private static Request joined(Request request, boolean isUnquoted) {
        var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : request.headers()) {
            var colon = line.indexOf(':');
            values.merge(line.substring(0, colon), line.substring(colon + 1).strip(), "%s, %s"::formatted);
        }
        return request.withHeaders(values.entrySet().stream()
                .map(field -> field.getKey() + ": "
                        + (isUnquoted && MediaTypeValue.isOf(field.getKey())
                                ? MediaTypeValue.comparable(field.getValue())
                                : field.getValue()))
                .toList());
    }

    /** An equals sign in every parameter and field of a form (WHATWG URL, section 5.1), and no sign that only browsers send in a URL. */
    private static Request complete(Request request) {
        var query = request.target().indexOf('?');
        var path = query < 0 ? request.target() : request.target().substring(0, query);
        var pairs = query < 0 ? "" : "?" + pairs(request.target().substring(query + 1));
        var encoded = encoded(path, ONLY_BROWSERS + "[]") + encoded(pairs, ONLY_BROWSERS);
        var isForm = request.headers().stream()
                .anyMatch(header -> isType(header) && header.contains("x-www-form-urlencoded"));
        return request.withTarget(encoded).withBody(isForm ? pairs(request.body()) : request.body());
    }

    /** Without exponents in numbers of JSON (RFC 8259, section 6), which pact-jvm does not take for numbers. */
    private static Request withPlainNumbers(Request request) {
        return request.withBody(WITH_EXPONENT
                .matcher(request.body())
                .replaceAll(number -> new BigDecimal(number.group()).toPlainString()));
    }

    private static String encoded(String text, String signs) {
        return text.chars()
                .mapToObj(c -> signs.indexOf(c) < 0 ? "" + (char) c : "%%%02X".formatted(c))
                .collect(Collectors.joining());
    }

    private static String pairs(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.isEmpty() || pair.contains("=") ? pair : pair + "=")
                .collect(Collectors.joining("&"));
    }

    /** With the body that its chunks (RFC 9112, section 7.1) consist of. */
    private static Request unchunked(Request request) {
        if (!HeaderMutations.isChunked(request)) {
            return request;
        }
        var body = new StringBuilder();
        var chunks = request.body();
        for (var size = size(chunks); size > 0; size = size(chunks)) {
            var start = chunks.indexOf(LINE_END) + LINE_END.length();
            body.append(chunks, start, start + size);
            chunks = chunks.substring(start + size + LINE_END.length());
        }
        return request.withBody(body.toString())
                .withHeaders(request.headers().stream()
                        .filter(header -> !header.startsWith("Transfer-Encoding:"))
                        .toList());
    }

    private static int size(String chunks) {
        return Integer.parseInt(chunks.substring(0, chunks.indexOf(LINE_END)), 16);
    }

    /** Without compression that HTTP knows and pact-jvm does not (RFC 9110, section 8.4.1). */
    private static Request unpacked(Request request) {
        var coding = request.headers().stream()
                .filter(header -> header.regionMatches(true, 0, CODING, 0, CODING.length()))
                .map(header -> header.substring(CODING.length()).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        var uncoded = request.withHeaders(request.headers().stream()
                .filter(header -> !header.regionMatches(true, 0, CODING, 0, CODING.length()))
                .toList());
        if (request.body().isEmpty()) {
            return uncoded; // pact-jvm compresses what is declared as compressed, even if there is nothing
        }
        var bytes = new ByteArrayInputStream(request.body().getBytes(ISO_8859_1));
        try (var body = coding.equals("deflate")
                ? new InflaterInputStream(bytes)
                : coding.matches("(x-)?gzip") ? new GZIPInputStream(bytes) : bytes) {
            return (body == bytes ? request : uncoded).withBody(new String(body.readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            return request;
        }
    }

    private static Stream<String> types(String contract) {
        try {
            return new ObjectMapper()
                    .readTree(contract).findValuesAsText("contentType").stream().distinct();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(contract, e);
        }
    }

    /** With each of the types, if it has none. */
    private static Stream<Request> typed(Request request, List<String> types) {
        return request.headers().stream().anyMatch(RespelledRequests::isType)
                ? Stream.empty()
                : types.stream()
                        .map(type -> request.withHeaders(
                                Stream.concat(request.headers().stream(), Stream.of("Content-Type: " + type))
                                        .toList()));
    }

    static boolean isType(String header) {
        return header.regionMatches(true, 0, "Content-Type:", 0, "Content-Type:".length());
    }
}
