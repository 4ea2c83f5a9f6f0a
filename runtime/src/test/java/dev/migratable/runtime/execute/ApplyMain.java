package dev.migratable.runtime.execute;

import dev.migratable.schema.MigratableException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** Applies a changelog as the command line does: URL, directory, phases with commas. */
final class ApplyMain {

    private ApplyMain() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        Set<PhaseGroup> phases = EnumSet.noneOf(PhaseGroup.class);
        for (String phase : arguments[2].split(",")) {
            phases.add(PhaseGroup.valueOf(phase));
        }
        try {
            ApplyReport report = Migrator.builder(source)
                    .changelog(Path.of(arguments[1]))
                    .build()
                    .apply(phases, Optional.of("test"), Set.of());
            report.closedGates().forEach(gate -> System.out.println("closed: " + gate));
            System.out.println("applied " + report.steps().size());
            System.exit(report.closedGates().isEmpty() ? 0 : 6);
        } catch (MigratableException e) {
            System.out.println(e.line());
            System.exit(1);
        }
    }
}
