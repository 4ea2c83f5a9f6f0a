package dev.migratable.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration in whole seconds. */
final class SecondsConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        if (!value.matches("\\d{1,8}")) {
            throw new TypeConversionException("'" + value + "' is no number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
