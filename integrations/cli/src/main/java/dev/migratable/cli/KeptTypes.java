package dev.migratable.cli;

import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of the types that a filter keeps and hides.
 *
 * @param kept those that it keeps, or that kept tables and types have
 * @param hidden the others
 */
record KeptTypes(Set<QualifiedName> kept, Set<QualifiedName> hidden) {

    static KeptTypes of(ObjectFilter filter, List<Schema> schemas, Set<QualifiedName> tables) {
        KeptTypes types = new KeptTypes(new TreeSet<>(), new TreeSet<>());
        List<CompositeType> composites =
                schemas.stream().flatMap(s -> s.compositeTypes().stream()).toList();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (CompositeType type : composites) {
                boolean keeps = filter.keeps(List.of(type.name()))
                        || types.used(schemas, tables).anyMatch(type::isUsedBy);
                grows |= keeps && types.kept.add(type.name());
            }
        }
        composites.stream()
                .map(CompositeType::name)
                .filter(name -> !types.kept.contains(name))
                .forEach(types.hidden::add);
        for (Schema schema : schemas) {
            for (EnumType type : schema.enumTypes()) {
                boolean keeps = filter.keeps(List.of(type.name()))
                        || types.used(schemas, tables).anyMatch(type::isUsedBy);
                (keeps ? types.kept : types.hidden).add(type.name());
            }
        }
        return types;
    }

    /** Returns the types of the columns of kept tables and of the attributes of what is kept so far. */
    private Stream<SqlType> used(List<Schema> schemas, Set<QualifiedName> tables) {
        Stream<SqlType> ofColumns = schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .filter(table -> tables.contains(table.name()))
                .flatMap(table -> table.columns().stream())
                .map(Column::type);
        Stream<SqlType> ofAttributes = schemas.stream()
                .flatMap(schema -> schema.compositeTypes().stream())
                .filter(type -> kept.contains(type.name()))
                .flatMap(type -> type.attributes().stream())
                .map(CompositeAttribute::type);
        return Stream.concat(ofColumns, ofAttributes);
    }
}
