package dev.migratable.cli;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.Rate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Says how backfills are to work. */
final class PaceOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many sessions fill a table at once.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "How fast tables are filled: a share of full speed (50%%), rows each second (5000), or full.")
    private Optional<Rate> rate = Optional.empty();

    @Option(
            names = "--batch-target",
            paramLabel = "MILLIS",
            converter = CountConverter.class,
            description = "How long one batch is meant to take.")
    private Optional<Integer> batchTarget = Optional.empty();

    ControlSettings settings() {
        return new ControlSettings(rate, workers, batchTarget);
    }
}
