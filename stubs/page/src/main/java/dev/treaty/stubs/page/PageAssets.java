package dev.treaty.stubs.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.html.StyleSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The style sheet, the modules and the icon of the page; read when they are needed, because most servers are never looked at. */
public final class PageAssets {

    private static final String STYLE_SHEET = "page.css";

    private static final Map<String, String> TYPES = Map.of(
            STYLE_SHEET,
            "text/css; charset=utf-8",
            "live.js",
            "text/javascript; charset=utf-8",
            "copy.js",
            "text/javascript; charset=utf-8",
            "refresh.js",
            "text/javascript; charset=utf-8",
            "icon.svg",
            "image/svg+xml");

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** The page's own style sheet follows what all pages share, in one file: a browser need not ask twice. */
    private static byte[] content(String name) {
        return name.equals(STYLE_SHEET)
                ? (StyleSheet.shared() + "\n" + new String(read(name), UTF_8)).getBytes(UTF_8)
                : read(name);
    }

    private static byte[] read(String name) {
        try (var stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The asset with a file name. */
    public Optional<Asset> named(String name) {
        return Optional.ofNullable(TYPES.get(name))
                .map(type -> assets.computeIfAbsent(name, absent -> new Asset(type, content(name))));
    }

    /** The address of an asset, which changes with its content. */
    String address(String folder, String name) {
        return folder + name + "?v=" + named(name).map(Asset::version).orElseThrow();
    }

    /** A file of the page. */
    public static final class Asset {

        private final String type;
        private final byte[] content;

        Asset(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        /** The media type. */
        public String type() {
            return type;
        }

        /** The bytes; a copy. */
        public byte[] content() {
            return Arrays.copyOf(content, content.length);
        }

        /** Changes with the content. */
        public String version() {
            return UUID.nameUUIDFromBytes(content).toString().substring(0, 8);
        }
    }
}
