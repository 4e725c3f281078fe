package dev.treaty.stubs.draft;

/** Lines of source, each indented as deep as the block that it is in. */
final class SourceLines {

    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Starts with lines that are this deep. */
    SourceLines(int depth) {
        this.depth = depth;
    }

    SourceLines line(String line) {
        text.append(STEP.repeat(depth)).append(line).append('\n');
        return this;
    }

    /** The lines that follow are deeper by this many steps, or less deep if it is negative. */
    SourceLines deeper(int steps) {
        depth += steps;
        return this;
    }

    int depth() {
        return depth;
    }

    /** Adds lines that are indented already. */
    SourceLines add(String lines) {
        text.append(lines);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
