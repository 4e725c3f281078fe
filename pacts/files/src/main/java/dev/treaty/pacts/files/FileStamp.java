package dev.treaty.pacts.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * How to detect that a file has changed without reading it.
 *
 * @param key identifies the file itself, e.g. its inode, because some editors write another file and rename it
 */
record FileStamp(FileTime modified, long size, @Nullable Object key) {

    private static final FileStamp NO_FILE = new FileStamp(FileTime.fromMillis(0), -1, null);

    static FileStamp of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey())
                    : NO_FILE;
        } catch (IOException e) {
            return NO_FILE; // gone or not accessible; reading it will report that
        }
    }
}
