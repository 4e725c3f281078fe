package dev.treaty.stubs.cablecast.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * A part of a file, sent as {@code multipart/form-data} with the fields {@code segment} and {@code file}. The bytes themselves are not kept.
 *
 * @param number from 0
 * @param bytes how many
 */
record UploadedSegment(int number, int bytes) {

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    /** @throws dev.treaty.stubs.vendor.VendorError 400 if the request is not such a form */
    static UploadedSegment of(VendorRequest request) {
        var boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            throw CablecastError.badRequest(
                    "A segment is sent as multipart/form-data with the fields \"segment\" and \"file\".");
        }
        var parts = parts(request.body(), boundary.group(1));
        var segment = new String(parts.getOrDefault("segment", new byte[0]), UTF_8).strip();
        var file = parts.get("file");
        if (!segment.matches("\\d{1,9}") || file == null) {
            throw CablecastError.badRequest(
                    "The form must have the fields \"segment\", the number of the segment from 0, and \"file\".");
        }
        return new UploadedSegment(Integer.parseInt(segment), file.length);
    }

    private static HashMap<String, byte[]> parts(byte[] body, String boundary) {
        var parts = new HashMap<String, byte[]>();
        try {
            var form = MultipartInput.builder()
                    .setInputStream(new ByteArrayInputStream(body))
                    .setBoundary(boundary.getBytes(UTF_8))
                    .get();
            for (var more = form.skipPreamble(); more; more = form.readBoundary()) {
                var name = NAME.matcher(form.readHeaders());
                var content = new ByteArrayOutputStream();
                form.readBodyData(content);
                if (name.find()) {
                    parts.put(name.group(1), content.toByteArray());
                }
            }
            return parts;
        } catch (IOException | IllegalArgumentException e) {
            throw CablecastError.badRequest("The multipart form cannot be read.");
        }
    }
}
