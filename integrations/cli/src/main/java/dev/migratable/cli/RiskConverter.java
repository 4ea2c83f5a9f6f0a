package dev.migratable.cli;

import dev.migratable.classify.Risk;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Reads a risk that a command may fail on; another word is wrong usage. */
final class RiskConverter implements ITypeConverter<Risk> {

    @Override
    public Risk convert(String value) {
        return List.of(Risk.CAUTION, Risk.UNSAFE, Risk.DESTRUCTIVE)
                .get(Words.position(List.of("caution", "unsafe", "destructive"), value));
    }
}
