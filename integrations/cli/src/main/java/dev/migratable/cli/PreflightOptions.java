package dev.migratable.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Says which problems of the preflight somebody has looked at. */
final class PreflightOptions {

    @Option(
            names = "--accept-problem",
            paramLabel = "CODE",
            description = "Problems with this code (PRE07) are told and stop nothing. May be given several times.")
    private List<String> codes = new ArrayList<>();

    /** Returns the codes. */
    Set<String> accepted() {
        return Set.copyOf(codes);
    }
}
