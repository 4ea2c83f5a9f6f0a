package dev.migratable.cli;

import dev.migratable.runtime.control.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how fast a backfill may be. */
final class RateConverter implements ITypeConverter<Rate> {

    @Override
    public Rate convert(String value) {
        return Rate.parse(value)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is no rate: write a share (50%), rows each second (5000), or full"));
    }
}
