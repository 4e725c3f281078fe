package dev.treaty.stubs.threatsources.virustotal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.request.VendorRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;

/** A file that was sent as {@code multipart/form-data} in the field {@code file}. */
final class UploadedFile {

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("[; ]name=\"?file\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final byte[] content;

    private UploadedFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 400 if the request is not such a form */
    static UploadedFile of(VendorRequest request) {
        var boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            throw VirusTotalError.BadRequestError.with("A file is sent as multipart/form-data in the field \"file\"");
        }
        try {
            var form = MultipartInput.builder()
                    .setInputStream(new ByteArrayInputStream(request.body()))
                    .setBoundary(boundary.group(1).getBytes(UTF_8))
                    .get();
            for (var more = form.skipPreamble(); more; more = form.readBoundary()) {
                var headers = form.readHeaders();
                var content = new ByteArrayOutputStream();
                form.readBodyData(content);
                if (FIELD.matcher(headers).find()) {
                    var name = NAME.matcher(headers);
                    return new UploadedFile(name.find() ? name.group(1) : "", content.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw VirusTotalError.BadRequestError.with("The multipart form cannot be read");
        }
        throw VirusTotalError.BadRequestError.with("Missing the field \"file\"");
    }

    /** As the client calls it; empty if it does not. */
    String name() {
        return name;
    }

    /** Its bytes; not copied. */
    byte[] content() {
        return content;
    }
}
