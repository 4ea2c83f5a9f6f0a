package dev.migratable.cli;

import dev.migratable.runtime.execute.PhaseGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads a phase of {@code apply}. */
final class PhaseConverter implements ITypeConverter<PhaseGroup> {

    @Override
    public PhaseGroup convert(String value) {
        List<String> words = Arrays.stream(PhaseGroup.values())
                .map(phase -> phase.name().toLowerCase(Locale.ROOT))
                .toList();
        return PhaseGroup.values()[Words.position(words, value)];
    }
}
