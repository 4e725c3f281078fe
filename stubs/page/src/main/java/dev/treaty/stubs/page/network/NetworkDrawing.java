package dev.treaty.stubs.page.network;

import dev.treaty.pacts.html.Badge;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.PageAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The network as an SVG: participants in columns, and a line for each connection. */
final class NetworkDrawing {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 30;
    private static final int COLUMN = 290;
    private static final int ROW = 42;
    private static final int MARGIN = 10;

    /** Characters of a name that fit. */
    private static final int LONGEST_NAME = 22;

    private final Network network;
    private final PageAddress address;
    private final int mostInColumn;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Folded> folded = new ArrayList<>();
    private int height;
    private int columns;

    private record Place(int x, int y) {}

    private record Folded(Place place, int number) {}

    /**
     * @param address of the view; links lead to it with more parameters
     * @param mostInColumn how many participants of a column are drawn; the others are folded into one box
     */
    NetworkDrawing(Network network, PageAddress address, int mostInColumn) {
        this.network = network;
        this.address = address;
        this.mostInColumn = mostInColumn;
        arrange();
    }

    private void arrange() {
        var degrees = network.degrees();
        for (var column : Layers.of(network)) {
            var shown = mostConnected(column, degrees);
            var x = MARGIN + columns * COLUMN;
            var row = 0;
            for (var name : column) {
                if (shown.contains(name)) {
                    places.put(name, new Place(x, MARGIN + row++ * ROW));
                }
            }
            if (shown.size() < column.size()) {
                var rest = new Place(x, MARGIN + row++ * ROW);
                folded.add(new Folded(rest, column.size() - shown.size()));
                column.forEach(name -> places.putIfAbsent(name, rest));
            }
            height = Math.max(height, MARGIN + row * ROW);
            columns++;
        }
    }

    private Set<String> mostConnected(List<String> column, Map<String, Integer> degrees) {
        if (column.size() <= mostInColumn + 1) {
            return new HashSet<>(column);
        }
        return new HashSet<>(column.stream()
                .sorted(Comparator.comparing((String name) -> -degrees.getOrDefault(name, 0)))
                .limit(mostInColumn)
                .toList());
    }

    /** Whether something is folded. */
    boolean isFolded() {
        return !folded.isEmpty();
    }

    void write(Html html) {
        var width = 2 * MARGIN + (columns - 1) * COLUMN + WIDTH;
        html.open(
                "svg",
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height + MARGIN),
                "viewBox",
                "0 0 %d %d".formatted(width, height + MARGIN),
                "role",
                "group",
                "aria-label",
                "Consumers on the left call providers on their right; the table says the same");
        writeLines(html);
        var badges = badges();
        places.forEach((name, place) -> {
            if (folded.stream().noneMatch(rest -> rest.place().equals(place))) {
                writeParticipant(html, name, place, badges.get(name));
            }
        });
        folded.forEach(rest -> writeFolded(html, rest));
        html.close();
    }

    private void writeLines(Html html) {
        var drawn = new HashSet<List<Object>>();
        html.open("g", "class", "lines", "aria-hidden", "true");
        for (var connection : network.connections()) {
            var from = places.get(connection.consumer());
            var to = places.get(connection.provider());
            var badge = connection.badge();
            if (from != null && to != null && drawn.add(List.of(from, to, badge))) {
                html.element("path", "", "class", badge.style(), "d", line(from, to));
            }
        }
        html.close();
    }

    private static String line(Place from, Place to) {
        var startX = from.x() + WIDTH;
        var startY = from.y() + HEIGHT / 2;
        var endY = to.y() + HEIGHT / 2;
        var bend = Math.max(40, Math.abs(to.x() - startX) / 2);
        return "M%d %dC%d %d %d %d %d %d"
                .formatted(startX, startY, startX + bend, startY, to.x() - bend, endY, to.x(), endY);
    }

    /** The worst state of what a participant provides. */
    private Map<String, Badge> badges() {
        var badges = new HashMap<String, Badge>();
        for (var connection : network.connections()) {
            badges.merge(connection.provider(), connection.badge(), NetworkDrawing::worse);
        }
        return badges;
    }

    private static Badge worse(Badge one, Badge other) {
        var order = List.of(Badge.BAD, Badge.CAREFUL, Badge.UNKNOWN, Badge.GOOD);
        return order.indexOf(one) <= order.indexOf(other) ? one : other;
    }

    /** @param badge null if it provides nothing */
    private void writeParticipant(Html html, String name, Place place, @Nullable Badge badge) {
        var shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        html.open(
                "a",
                "href",
                address.with("participant", name).with("open", "").toString(),
                "class",
                "participant " + (badge == null ? "neutral" : badge.style()));
        writeBox(html, place);
        html.element("title", name)
                .element(
                        "text",
                        badge == null ? shown : badge.shape() + " " + shown,
                        "x",
                        String.valueOf(place.x() + 12),
                        "y",
                        String.valueOf(place.y() + 20))
                .close();
    }

    private void writeFolded(Html html, Folded rest) {
        html.open("a", "href", address.with("open", "all").toString(), "class", "participant folded");
        writeBox(html, rest.place());
        html.element(
                        "text",
                        "… %d more".formatted(rest.number()),
                        "x",
                        String.valueOf(rest.place().x() + 12),
                        "y",
                        String.valueOf(rest.place().y() + 20))
                .close();
    }

    private static void writeBox(Html html, Place place) {
        html.element(
                "rect",
                "",
                "x",
                String.valueOf(place.x()),
                "y",
                String.valueOf(place.y()),
                "width",
                String.valueOf(WIDTH),
                "height",
                String.valueOf(HEIGHT),
                "rx",
                "6");
    }
}
