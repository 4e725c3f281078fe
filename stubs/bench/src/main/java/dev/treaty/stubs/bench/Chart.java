package dev.treaty.stubs.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Requests a second by the number of interactions, as SVG; both axes are logarithmic. It is readable on light and on dark, without
 * colours (each server has a mark of its own), and to a screen reader (the description has all figures).
 */
final class Chart {

    private static final int LEFT = 70;
    private static final int RIGHT = 580;
    private static final int TOP = 60;
    private static final int BOTTOM = 360;
    private static final int LINE_HEIGHT = 17;

    private final List<Line> lines;
    private final Axis interactions;
    private final Axis requests;

    /** One server's points, from few interactions to many; at least one. */
    private record Line(MeasuredServer server, List<Point> points) {

        Point last() {
            return points.get(points.size() - 1);
        }

        String style() {
            return server.name().toLowerCase(Locale.ROOT);
        }
    }

    private record Point(int interactions, double rate) {}

    private Chart(List<Line> lines) {
        this.lines = lines;
        interactions = Axis.around(points().mapToDouble(Point::interactions), LEFT, RIGHT);
        requests = Axis.around(points().mapToDouble(Point::rate), BOTTOM, TOP);
    }

    /** Of the GETs with 32 connections that were measured. */
    static String of(BenchResults results) {
        var lines = new ArrayList<Line>();
        for (var server : MeasuredServer.values()) {
            var points = results.throughputs().entrySet().stream()
                    .filter(measured -> measured.getKey().server() == server)
                    .filter(measured -> measured.getKey().scenario().isInChart())
                    .filter(measured -> measured.getValue().requestsPerSecond() > 0)
                    .map(measured -> new Point(
                            measured.getKey().scenario().interactions(),
                            measured.getValue().requestsPerSecond()))
                    .sorted(Comparator.comparingInt(Point::interactions))
                    .toList();
            if (!points.isEmpty()) {
                lines.add(new Line(server, points));
            }
        }
        return new Chart(lines).svg();
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points.stream());
    }

    private String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 420" role="img" aria-labelledby="title description">
                  <title id="title">Requests a second by the number of interactions</title>
                  <desc id="description">%s</desc>
                  <style>
                    text { font: 13px system-ui, sans-serif; fill: #24292f }
                    .heading { font-size: 16px; font-weight: 600 }
                    .grid { stroke: #d0d7de }
                    .line { fill: none; stroke-width: 2 }
                    .treaty { stroke: #1a5fb4; fill: #1a5fb4 }
                    .wiremock { stroke: #a3470b; fill: #a3470b }
                    .bare { stroke: #57606a; fill: #57606a; stroke-dasharray: 6 4 }
                    .pact_stub_server { stroke: #7b3fa0; fill: #7b3fa0 }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #e6edf3 }
                      .grid { stroke: #3d444d }
                      .treaty { stroke: #79b8ff; fill: #79b8ff }
                      .wiremock { stroke: #ffab70; fill: #ffab70 }
                      .bare { stroke: #a0a8b2; fill: #a0a8b2 }
                      .pact_stub_server { stroke: #d2a8ff; fill: #d2a8ff }
                    }
                    .line { fill: none }
                  </style>
                  <text class="heading" x="20" y="28">Requests a second by the number of interactions (GET, 32 connections)</text>
                %s%s%s  <text x="%d" y="%d" text-anchor="middle">interactions</text>
                </svg>
                """.formatted(description(), grid(), drawn(), names(), (LEFT + RIGHT) / 2, BOTTOM + 44);
    }

    private String description() {
        return lines.stream()
                .map(line -> line.server + ": "
                        + line.points.stream()
                                .map(point -> Figure.shown(point.rate) + " at " + Figure.count(point.interactions))
                                .collect(joining(", ")))
                .collect(joining("; ", "Both axes are logarithmic. ", "."));
    }

    private String grid() {
        var grid = new StringBuilder();
        requests.powers()
                .forEach(power -> grid.append("""
                  <path class="grid" d="M%1$d %2$d H%3$d"/><text x="%4$d" y="%5$d" text-anchor="end">%6$s</text>
                """.formatted(
                                LEFT, requests.at(power), RIGHT, LEFT - 8, requests.at(power) + 4, number(power))));
        interactions
                .powers()
                .forEach(power ->
                        grid.append("""
                  <path class="grid" d="M%1$d %2$d V%3$d"/><text x="%1$d" y="%4$d" text-anchor="middle">%5$s</text>
                """.formatted(interactions.at(power), BOTTOM, TOP, BOTTOM + 20, number(power))));
        return grid.toString();
    }

    private static String number(double power) {
        return power < 1 ? String.valueOf(power) : Figure.count(Math.round(power));
    }

    private String drawn() {
        return lines.stream()
                .map(line -> line.server == MeasuredServer.BARE ? level(line) : curve(line))
                .collect(joining());
    }

    /** The bare server knows no interactions: its only figure holds for any number of them. */
    private String level(Line line) {
        return "  <path class=\"line %s\" d=\"M%d %d H%d\"/>\n"
                .formatted(line.style(), LEFT, requests.at(line.last().rate), RIGHT);
    }

    private String curve(Line line) {
        var path = line.points.stream()
                .map(point -> interactions.at(point.interactions) + " " + requests.at(point.rate))
                .collect(joining(" L"));
        var marks = line.points.stream()
                .map(point -> mark(line.server)
                        .formatted(line.style(), interactions.at(point.interactions), requests.at(point.rate)))
                .collect(joining());
        return "  <path class=\"line %s\" d=\"M%s\"/>\n%s".formatted(line.style(), path, marks);
    }

    /** At the end of each line, and not over each other. */
    private String names() {
        var names = new StringBuilder();
        var above = 0;
        for (var line : lines.stream().sorted(Comparator.comparing(this::end)).toList()) {
            above = Math.max(end(line) + 4, above + LINE_HEIGHT);
            var from = line.server == MeasuredServer.BARE ? RIGHT : interactions.at(line.last().interactions);
            names.append("  <text x=\"%d\" y=\"%d\">%s</text>\n".formatted(from + 12, above, line.server));
        }
        return names.toString();
    }

    private int end(Line line) {
        return requests.at(line.last().rate);
    }

    private static String mark(MeasuredServer server) {
        return switch (server) {
            case TREATY, BARE -> "  <circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"5\"/>\n";
            case WIREMOCK -> "  <path class=\"%s\" d=\"M%d %d m-5 -5 h10 v10 h-10 z\"/>\n";
            case PACT_STUB_SERVER -> "  <path class=\"%s\" d=\"M%d %d m0 -6 l6 11 h-12 z\"/>\n";
        };
    }
}
