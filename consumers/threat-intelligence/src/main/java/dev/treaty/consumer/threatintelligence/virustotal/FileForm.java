package dev.treaty.consumer.threatintelligence.virustotal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A form with a file in it (RFC 7578). Its boundary depends on nothing but the content, so that the same file is the same request. */
final class FileForm {

    private static final String BOUNDARY = "treaty-boundary";

    private final String boundary;
    private final byte[] bytes;

    FileForm(String name, byte[] content) {
        boundary = boundary(new String(content, UTF_8));
        var form = new ByteArrayOutputStream();
        form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, name.replaceAll("[\"\\\\\\p{Cntrl}]", "_"))
                .getBytes(UTF_8));
        form.writeBytes("Content-Type: application/octet-stream\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        bytes = form.toByteArray();
    }

    /** One that does not occur in the file. */
    private static String boundary(String content) {
        var boundary = BOUNDARY;
        for (var i = 1; content.contains(boundary); i++) {
            boundary = BOUNDARY + "-" + i;
        }
        return boundary;
    }

    String mediaType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        return bytes;
    }
}
