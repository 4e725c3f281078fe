package dev.treaty.stubs.sdks.cablecast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A form with a file (RFC 7578), as a browser sends it. */
final class MultipartForm {

    static final String CONTENT_TYPE = "multipart/form-data; boundary=------------------------treaty";

    private static final String BOUNDARY = "--------------------------treaty";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MultipartForm field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(UTF_8));
    }

    MultipartForm file(String name, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
    }

    private MultipartForm part(String disposition, byte[] content) {
        body.writeBytes("%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, disposition)
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    byte[] toBytes() {
        body.writeBytes((BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
