package dev.migratable.cli;

import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.schema.MigratableException;
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

    /**
     * Tells that the preflight stopped the command, in one line: every problem has had a line of its own.
     *
     * @throws MigratableException the failure itself, where it is another one
     */
    static int stopped(MigratableException failure, Shell shell) {
        if (!failure.code().equals(PreflightReport.CODE)) {
            throw failure;
        }
        shell.err().println(PreflightReport.CODE + " " + PreflightReport.summary(failure) + ".");
        return ExitCode.STOPPED_BY_PREFLIGHT;
    }
}
