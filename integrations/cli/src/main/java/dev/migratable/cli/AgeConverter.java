package dev.migratable.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an age in days or hours: {@code 30d}, {@code 12h}. */
final class AgeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        if (!value.matches("\\d{1,5}[dh]")) {
            throw new TypeConversionException("'" + value + "' is no age like 30d or 12h");
        }
        long number = Long.parseLong(value.substring(0, value.length() - 1));
        return value.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
