package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Makes UTF-8 the default charset of this process, as it is since JDK 18 (JEP 400). On JDK 17, the default depends on the machine, e.g. ASCII in
 * plain containers, and pact-jvm reads and writes bodies in it. A jar's manifest cannot set options of the JVM, but it can open the package
 * that this needs.
 */
final class Utf8 {

    private Utf8() {}

    /** Must be called before anything else, because nobody asks twice for the default. */
    static void makeDefault() {
        if (Charset.defaultCharset().equals(UTF_8)) {
            return;
        }
        try {
            var field = Charset.class.getDeclaredField("defaultCharset");
            field.setAccessible(true);
            field.set(null, UTF_8);
            System.setProperty("file.encoding", UTF_8.name());
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println(
                    "Text outside of ASCII may come out wrong; start with java -Dfile.encoding=UTF-8 -jar …");
        }
    }

    /** Standard output, in UTF-8 whatever the terminal is set to. */
    static PrintStream output() {
        return stream(FileDescriptor.out);
    }

    /** Standard error, in UTF-8 whatever the terminal is set to. */
    static PrintStream errors() {
        return stream(FileDescriptor.err);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true, UTF_8);
    }
}
