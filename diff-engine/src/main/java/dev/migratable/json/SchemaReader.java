package dev.migratable.json;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.TableSettings;
import dev.migratable.schema.UniqueConstraint;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the JSON that {@link SchemaWriter} makes back into the records of a schema. */
final class SchemaReader {

    private SchemaReader() {}

    static Schema read(Members root) {
        return new Schema(
                root.objects("tables", SchemaReader::table),
                root.objects("sequences", SchemaReader::sequence),
                root.objects("enumTypes", SchemaReader::enumType),
                root.objects("compositeTypes", SchemaReader::compositeType));
    }

    private static CompositeType compositeType(Members from) {
        return new CompositeType(Names.requiredName(from, "type"), from.objects("attributes", SchemaReader::attribute));
    }

    private static CompositeAttribute attribute(Members from) {
        return new CompositeAttribute(
                from.requiredString("name"), Names.requiredType(from, "type"), from.string("collation"));
    }

    private static EnumType enumType(Members from) {
        return new EnumType(Names.requiredName(from, "type"), from.strings("labels"));
    }

    private static Table table(Members from) {
        return new Table(
                Names.requiredName(from, "table"),
                from.objects("columns", SchemaReader::column),
                from.object("primaryKey").map(key -> key.build(() -> primaryKey(key))),
                from.objects("uniqueConstraints", SchemaReader::unique),
                from.objects("foreignKeys", SchemaReader::foreignKey),
                from.objects("checkConstraints", SchemaReader::check),
                from.objects("exclusionConstraints", SchemaReader::exclusion),
                from.objects("indexes", SchemaReader::index),
                from.string("comment"),
                new TableOptions(
                        from.flag("unlogged"),
                        from.string("partitionBy"),
                        Names.name(from, "partitionOf"),
                        from.string("partitionBound")),
                from.object("settings").map(settings -> settings.build(() -> settings(settings))));
    }

    private static TableSettings settings(Members from) {
        return new TableSettings(
                from.object("parameters").map(Members::strings).orElse(Map.of()),
                from.object("keys").map(keys -> keys.objects(Members::strings)).orElse(Map.of()),
                from.object("indexComments").map(Members::strings).orElse(Map.of()),
                from.object("constraintComments").map(Members::strings).orElse(Map.of()));
    }

    private static ColumnSettings columnSettings(Members from) {
        OptionalLong target = from.number("statisticsTarget");
        return new ColumnSettings(
                from.string("storage"),
                from.string("compression"),
                target.isPresent() ? Optional.of(Math.toIntExact(target.getAsLong())) : Optional.empty(),
                from.object("options").map(Members::strings).orElse(Map.of()),
                from.string("notNullNotValid")
                        .map(name -> new NotNullConstraint(name, false))
                        .or(() -> from.string("notNullName").map(name -> new NotNullConstraint(name, true))));
    }

    private static Column column(Members from) {
        SqlType type = Names.requiredType(from, "type");
        return new Column(
                from.requiredString("name"),
                type,
                !from.flag("notNull"),
                from.string("default"),
                from.object("identity").map(identity -> identity.build(() -> identity(identity, type))),
                from.object("generated")
                        .map(generated -> generated.build(
                                () -> new Generated(generated.requiredString("expression"), generated.flag("stored")))),
                from.string("collation"),
                from.string("comment"),
                columnSettings(from));
    }

    private static Identity identity(Members from, SqlType type) {
        String generated = from.requiredString("generated");
        if (!generated.equals("always") && !generated.equals("by default")) {
            throw from.error("'generated' cannot be '" + generated + "'. Write 'always' or 'by default'");
        }
        return new Identity(generated.equals("always"), Names.sequenceOptions(from, type));
    }

    private static PrimaryKey primaryKey(Members from) {
        return new PrimaryKey(
                from.requiredString("name"),
                from.strings("columns"),
                from.strings("include"),
                Names.deferrability(from));
    }

    private static UniqueConstraint unique(Members from) {
        return new UniqueConstraint(
                from.requiredString("name"),
                from.strings("columns"),
                from.strings("include"),
                from.flag("nullsNotDistinct"),
                Names.deferrability(from));
    }

    private static ForeignKey foreignKey(Members from) {
        return new ForeignKey(
                from.requiredString("name"),
                from.strings("columns"),
                Names.requiredName(from, "references"),
                from.strings("referencedColumns"),
                Names.action(from, "onDelete"),
                Names.action(from, "onUpdate"),
                from.flag("matchFull"),
                Names.deferrability(from),
                !from.flag("notValid"));
    }

    private static CheckConstraint check(Members from) {
        return new CheckConstraint(
                from.requiredString("name"), from.requiredString("expression"), !from.flag("notValid"));
    }

    private static ExclusionConstraint exclusion(Members from) {
        return new ExclusionConstraint(from.requiredString("name"), from.requiredString("definition"));
    }

    private static Index index(Members from) {
        return new Index(
                from.requiredString("name"),
                from.flag("unique"),
                from.string("method").orElse(Index.DEFAULT_METHOD),
                from.stringsOr("keys", IndexKey::column, SchemaReader::key),
                from.strings("include"),
                from.string("where"),
                from.flag("nullsNotDistinct"),
                !from.flag("invalid"),
                from.object("parameters").map(Members::strings).orElse(Map.of()));
    }

    private static IndexKey key(Members from) {
        Optional<String> expression = from.string("expression");
        return new IndexKey(
                expression.orElseGet(() -> from.requiredString("column")),
                expression.isPresent(),
                from.flag("descending"),
                from.flag("nullsFirst"),
                from.string("operatorClass"),
                from.string("collation"));
    }

    private static Sequence sequence(Members from) {
        SqlType type = Names.requiredType(from, "type");
        return new Sequence(
                Names.requiredName(from, "sequence"),
                type,
                Names.sequenceOptions(from, type),
                from.object("ownedBy").map(owner -> owner.build(() -> columnName(owner))),
                from.string("comment"),
                from.string("persistence").map(persistence -> unlogged(from, persistence)));
    }

    private static boolean unlogged(Members from, String persistence) {
        if (!persistence.equals("logged") && !persistence.equals("unlogged")) {
            throw from.error("'persistence' cannot be '" + persistence + "'. Write 'logged' or 'unlogged'");
        }
        return persistence.equals("unlogged");
    }

    private static ColumnName columnName(Members from) {
        return new ColumnName(Names.requiredName(from, "table"), from.requiredString("column"));
    }
}
