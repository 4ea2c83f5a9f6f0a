package dev.migratable.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things of which there is at least one. */
final class CountConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new TypeConversionException("'" + value + "' is no whole number from 1");
        }
        return Integer.valueOf(value);
    }
}
