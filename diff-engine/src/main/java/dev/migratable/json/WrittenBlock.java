package dev.migratable.json;

/**
 * An object that is written already, over several lines; it may stand in several files at several depths.
 *
 * @param text the text, without the indentation of its first line
 * @param depth the depth it was written for
 */
record WrittenBlock(String text, int depth) {

    /** Returns the text for another depth, no less than its own. */
    String at(int otherDepth) {
        return otherDepth == depth ? text : text.replace("\n", "\n" + "  ".repeat(otherDepth - depth));
    }
}
