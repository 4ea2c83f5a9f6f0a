package dev.migratable.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the slug of a migration, which becomes part of a directory's name and of ids in the database. */
final class SlugConverter implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (!value.matches("[a-z0-9_]{1,100}")) {
            throw new TypeConversionException(
                    "'" + value + "' is not made of small letters, digits and underscores, 100 at most");
        }
        return value;
    }
}
